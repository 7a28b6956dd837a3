import { defineConfig } from 'vite'

/** The product's server and one of its phones as modules of Node, both with the bench form registered. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/bench',
    target: 'node20',
    copyPublicDir: false,
    emptyOutDir: true,
    rollupOptions: { input: { server: 'bench/sync/product/server.ts', device: 'bench/sync/product/device.ts', account: 'bench/sync/product/account.ts' }, output: { entryFileNames: '[name].js' } },
  },
})
