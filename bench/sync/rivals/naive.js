// naive: one plain-JSON HTTP request per record, sequential on one keep-alive connection, retry until acknowledged (ODK-like submission).
// Pull: one id list since cursor, then one GET per record.
import { client, serve } from './_http.js'
export const title = 'naive (1 request / record)'
export async function startServer() {
  const M = new Map()
  const ver = new Map()
  let seq = 0
  const s = await serve((m, u, body) => {
    if (m === 'POST') {
      const r = JSON.parse(body)
      M.set(r.id, r)
      ver.set(r.id, ++seq)
      return { body: '{"ok":true}' }
    }
    if (u.startsWith('/ids')) {
      const since = +u.split('=')[1]
      return { body: JSON.stringify({ seq, ids: [...ver].filter(([, v]) => v > since).map(([i]) => i) }) }
    }
    return { body: JSON.stringify(M.get(u.slice(3))) }
  })
  return { ...s, records: async () => [...M.values()] }
}
export async function openDevice({ port }) {
  const c = client(port)
  const M = new Map()
  const dirty = new Set()
  let cursor = 0
  return {
    async load(rs) {
      for (const r of rs) {
        M.set(r.id, { ...r })
        dirty.add(r.id)
      }
    },
    async edit(es) {
      for (const e of es) {
        M.get(e.id)[e.field] = e.value
        dirty.add(e.id)
      }
    },
    async push(s) {
      for (const id of Array.from(dirty)) {
        await c.retry(s, 'POST', '/r', Buffer.from(JSON.stringify(M.get(id))), { 'content-type': 'application/json' })
        dirty.delete(id)
      }
    },
    async pull(s) {
      const l = JSON.parse(await c.retry(s, 'GET', '/ids?since=' + cursor))
      for (const id of l.ids) M.set(id, JSON.parse(await c.retry(s, 'GET', '/r/' + id)))
      cursor = l.seq
    },
    records: async () => [...M.values()],
    close() {},
  }
}
