// Static server: sends the brotli or gzip copy made by build.mjs, nothing cached. serve({enc:'br'|'gzip'})
import http from 'node:http'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist')
const mime = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
export function serve({ enc = 'br', port = 0 } = {}) {
  const log = []
  const server = http.createServer((req, res) => {
    let p = decodeURIComponent(new URL(req.url, 'http://x').pathname)
    if (p.endsWith('/')) p += 'index.html'
    const file = path.join(root, path.normalize(p))
    if (!file.startsWith(root) || !fs.existsSync(file)) {
      res.writeHead(404).end()
      return
    }
    const ext = enc === 'br' ? '.br' : '.gz',
      small = fs.existsSync(file + ext) && new RegExp('\\b' + enc + '\\b').test(req.headers['accept-encoding'] ?? '')
    const body = fs.readFileSync(small ? file + ext : file)
    log.push([p, body.length, small])
    res
      .writeHead(200, {
        'content-type': mime[path.extname(file)] ?? 'application/octet-stream',
        'content-length': body.length,
        'cache-control': 'no-store',
        ...(small ? { 'content-encoding': enc } : {}),
      })
      .end(body)
  })
  return new Promise((r) =>
    server.listen(port, '127.0.0.1', () => r({ base: `http://127.0.0.1:${server.address().port}`, log, close: () => server.close() })),
  )
}
if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log((await serve({ port: Number(process.argv[2] ?? 4173), enc: process.argv[3] ?? 'br' })).base)
