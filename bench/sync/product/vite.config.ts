import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Builds the product's server and one of its phones as modules for Node, with the bench form added. */
export default defineConfig({
  resolve: { alias: [{ find: /^\.\/released$/, replacement: fileURLToPath(new URL('released.ts', import.meta.url)) }] },
  build: {
    ssr: true,
    outDir: 'dist/bench',
    target: 'node20',
    copyPublicDir: false,
    emptyOutDir: true,
    rollupOptions: { input: { server: 'src/server/main.ts', device: 'bench/sync/product/device.ts', account: 'bench/sync/product/account.ts' }, output: { entryFileNames: '[name].js' } },
  },
})
