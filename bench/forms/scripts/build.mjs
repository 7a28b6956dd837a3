// Builds every contestant that has a build(): writes dist/<id>/, then brotli and gzip copies of each file (what the server sends).
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { contestants } from '../engines/index.mjs'
export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const only = process.argv.slice(2)
const virtual = (map) => ({
  name: 'gen',
  setup(b) {
    b.onResolve({ filter: /^gen:/ }, (a) => ({ path: a.path, namespace: 'gen' }))
    b.onLoad({ filter: /.*/, namespace: 'gen' }, (a) => ({ contents: map[a.path], loader: a.path.endsWith('json') ? 'json' : 'text' }))
  },
})
const bundle = (out, entry, gen = {}, more = {}) =>
  esbuild.build({
    absWorkingDir: root,
    entryPoints: { app: entry },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    target: 'chrome100',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.svg': 'file', '.eot': 'file' },
    jsx: 'automatic',
    logLevel: 'error',
    ...more,
    plugins: [virtual(gen), ...(more.plugins ?? [])],
  })
const css = (file) =>
  sass.compile(path.join(root, file), {
    style: 'compressed',
    loadPaths: [path.join(root, 'node_modules')],
    // enketo-core's published scss imports from its monorepo's absolute path; map that to node_modules
    importers: [
      {
        findFileUrl: (u) => {
          const m = u.match(/^(?:file:\/\/)?\/packages\/enketo-core\/node_modules\/(.*)$/)
          return m ? pathToFileURL(path.join(root, 'node_modules', m[1])) : null
        },
      },
    ],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'mixed-decls', 'slash-div', 'legacy-js-api', 'if-function'],
    logger: sass.Logger.silent,
  }).css
const page = (out, { head = '', body, script = '<script type="module" src="app.js"></script>' }) =>
  fs.writeFileSync(
    path.join(out, 'index.html'),
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Phiếu</title><link rel="icon" href="data:,">${head}</head><body>${body}${script}</body></html>`,
  )
for (const c of contestants) {
  if (!c.build || (only.length && !only.includes(c.id))) continue
  const out = path.join(root, 'dist', c.id)
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out, { recursive: true })
  await c.build({ root, out, bundle, css, page })
  let total = 0
  for (const f of fs.readdirSync(out, { recursive: true })) {
    const p = path.join(out, f)
    if (!fs.statSync(p).isFile()) continue
    const b = fs.readFileSync(p)
    total += b.length
    fs.writeFileSync(p + '.br', zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }))
    fs.writeFileSync(p + '.gz', zlib.gzipSync(b, { level: 9 }))
  }
  console.log(c.id, 'built', Math.round(total / 1024), 'KiB raw')
}
