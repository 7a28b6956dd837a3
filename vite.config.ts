import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const CLIENT_DIR = 'dist/client'

/** Writes `.br` and `.gz` beside every text asset, so that a weak server never compresses the same file twice. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const file of readdirSync(CLIENT_DIR, { recursive: true, encoding: 'utf8' })) {
          if (!/\.(js|css|html|svg|json|webmanifest|wasm)$/.test(file)) continue
          const path = join(CLIENT_DIR, file)
          const bytes = readFileSync(path)
          writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
        }
      },
    },
  }
}

/** Same sources, same id: the app tells the officer which version it is, and a report names it. */
function sourcesId(): string {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(tsx?|css)$/.test(file))
  for (const file of files.sort()) hash.update(readFileSync(join('src', file)))
  return hash.digest('hex').slice(0, 8)
}

export default defineConfig({
  define: { __BUILD_ID__: JSON.stringify(sourcesId()) },
  build: {
    outDir: CLIENT_DIR, target: 'es2020', sourcemap: false, assetsInlineLimit: 0, emptyOutDir: true,
    // One file packs better than many small ones and asks for fewer trips: one of what the start needs, one of what several screens share.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'], priority: 2 }, { name: 'screens', test: /src/, minShareCount: 2, priority: 1 }] } } },
  },
  worker: { format: 'es' },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: null,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm}'], maximumFileSizeToCacheInBytes: 3_000_000, target: 'es2020' },
      manifest: {
        id: '/',
        name: 'Sổ Thôn',
        short_name: 'Sổ Thôn',
        description: 'Sổ ghi hộ, người, phiếu lao động và an sinh xã hội của thôn',
        lang: 'vi',
        start_url: '/',
        display: 'standalone',
        background_color: '#eef1f5',
        theme_color: '#12295a',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
    precompress(),
  ],
})
