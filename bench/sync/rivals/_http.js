// small HTTP functions shared by the home-made contestants (keep-alive, one socket, retry until aborted)
import http from 'node:http'
export const sleep = (ms) => new Promise((r) => setTimeout(r, ms))
export function client(port) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const once = (method, path, body, headers = {}, timeoutMs = 120e3, sink) =>
    new Promise((res, rej) => {
      const rq = http.request(
        { port, host: '127.0.0.1', method, path, agent, headers: body ? { ...headers, 'content-length': body.length } : headers },
        (rs) => {
          if (sink) Object.assign(sink, { k: rs.headers.k, more: rs.headers.more })
          const cs = []
          rs.on('data', (c) => cs.push(c))
          rs.on('end', () => (rs.complete && rs.statusCode < 300 ? res(Buffer.concat(cs)) : rej(new Error('HTTP ' + rs.statusCode))))
          rs.on('error', rej)
          rs.on('aborted', () => rej(new Error('aborted')))
        },
      )
      rq.setTimeout(timeoutMs, () => rq.destroy(new Error('timeout')))
      rq.on('error', rej)
      rq.end(body)
    })
  const page = async (path) => {
    const h = {}
    const body = await once('GET', path, undefined, {}, 120e3, h)
    return { body, ...h }
  }
  return {
    once,
    page,
    async retry(signal, method, path, body, headers, timeoutMs) {
      for (;;) {
        if (signal?.aborted) throw new Error('stopped')
        try {
          return await once(method, path, body, headers, timeoutMs)
        } catch {
          await sleep(500)
        }
      }
    },
  }
}
export function serve(handler) {
  return new Promise((res) => {
    const s = http.createServer((rq, rs) => {
      const cs = []
      rq.on('data', (c) => cs.push(c))
      rq.on('error', () => {})
      rs.on('error', () => {})
      rq.on('end', async () => {
        try {
          const o = await handler(rq.method, rq.url, Buffer.concat(cs), rq.headers)
          rs.writeHead(o.status || 200, { 'content-type': 'application/json', ...o.headers })
          rs.end(o.body || '')
        } catch (e) {
          rs.writeHead(500)
          rs.end(String(e.message))
        }
      })
    })
    s.keepAliveTimeout = 120e3
    s.listen(0, '127.0.0.1', () => res({ port: s.address().port, close: () => s.close() }))
  })
}
