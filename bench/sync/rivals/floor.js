// floor: everything in ONE brotli-11 NDJSON body; edits as {id,field,value} lines. Not a protocol: no resume, no ids, no cursor. Byte limit only.
import zlib from 'node:zlib'
import { client, serve } from './_http.js'
export const title = 'floor (1 brotli body)'
const br = (b) =>
  zlib.brotliCompressSync(b, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: b.length },
  })
const nd = (a) => Buffer.from(a.map((x) => JSON.stringify(x)).join('\n'))
const un = (b) =>
  zlib
    .brotliDecompressSync(b)
    .toString()
    .split('\n')
    .map((x) => JSON.parse(x))
export async function startServer() {
  const M = new Map()
  let log = [],
    cAll,
    cLog
  const s = await serve((m, u, body) => {
    if (u === '/push') {
      for (const r of un(body)) M.set(r.id, r)
      return { body: 'ok' }
    }
    if (u === '/edit') {
      log = un(body)
      for (const e of log) M.get(e.id)[e.field] = e.value
      return { body: 'ok' }
    }
    return { body: u === '/all' ? cAll : cLog }
  })
  return {
    ...s,
    records: async () => [...M.values()],
    prepare() {
      cAll = br(nd([...M.values()]))
      cLog = br(nd(log))
    },
  }
}
export async function openDevice({ port }) {
  const c = client(port)
  let M = new Map(),
    body,
    path,
    pulled = false
  return {
    async load(rs) {
      for (const r of rs) M.set(r.id, { ...r })
      body = br(nd(rs))
      path = '/push'
    },
    async edit(es) {
      for (const e of es) M.get(e.id)[e.field] = e.value
      body = br(nd(es))
      path = '/edit'
    },
    push: (s) => c.retry(s, 'POST', path, body, {}, 1e6),
    async pull(s) {
      const b = await c.retry(s, 'GET', pulled ? '/log' : '/all', undefined, {}, 1e6)
      if (!pulled) for (const r of un(b)) M.set(r.id, r)
      else for (const e of un(b)) M.get(e.id)[e.field] = e.value
      pulled = true
    },
    records: async () => [...M.values()],
    close() {},
  }
}
