import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The product's React. The rivals in the folders beside this one bring their own. */
const own = (name: string): string => fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url))

/** Builds the product's form screen, with the bench's questionnaire added to its forms, as a page for the bench's own server. */
export default defineConfig({
  root: 'bench/forms/ours',
  base: '/ours/',
  resolve: { alias: [{ find: /^\.\/released$/, replacement: fileURLToPath(new URL('released.ts', import.meta.url)) }, { find: /^(react|react-dom)(?=\/|$)/, replacement: own('$1') }] },
  define: { __BUILD_ID__: '"bench"' },
  build: { outDir: '../dist/ours', target: 'es2022', assetsInlineLimit: 0, copyPublicDir: false, emptyOutDir: true, rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } } },
  worker: { format: 'es' },
  plugins: [react()],
})
