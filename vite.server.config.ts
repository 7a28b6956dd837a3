import { defineConfig } from 'vite'

/** The server as one file; packages stay in node_modules. */
export default defineConfig({
  build: { ssr: 'src/server/main.ts', outDir: 'dist/server', target: 'node20', emptyOutDir: true, copyPublicDir: false, rollupOptions: { output: { entryFileNames: 'main.js' } } },
})
