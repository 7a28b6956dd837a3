// outbox-sketch: a 60-line sketch of the intended protocol, only to show what is reachable and as the template for our real client.
// Unit: field mutation [seq, recordId, fieldIndex, value] or create [seq, recordId, row[]]. Idempotent by (client, seq): server keeps the
// highest contiguous seq per client. Batches: deflate-raw NDJSON, size adaptive 8..64 KB compressed (halve on a cut, grow on success).
// Pull: pages by server cursor; a fresh device gets current rows (not history). No HLC, no storage, no auth: NOT the product.
import zlib from 'node:zlib'
import { client, serve, sleep } from './_http.js'
import { makeRecord } from '../gen.js'
export const title = 'outbox sketch (deflate, adaptive)'
const F = Object.keys(makeRecord(0))
const IX = new Map(F.map((f, i) => [f, i]))
const row = (r) => F.map((f) => r[f])
const rec = (a) => Object.fromEntries(F.map((f, i) => [f, a[i]]))
const z = (s) => zlib.deflateRawSync(s, { level: 9 })
const un = (b) =>
  zlib
    .inflateRawSync(b)
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((x) => JSON.parse(x))
function pack(next, maxZ) {
  // next() -> line | undefined ; fills up to ~maxZ compressed bytes
  const lines = []
  let raw = 0
  const ratio = 4.2
  const target = () => maxZ * ratio
  while (raw < target()) {
    const l = next(lines.length)
    if (l === undefined) break
    lines.push(l)
    raw += Buffer.byteLength(l) + 1
  }
  let body = z(lines.join('\n'))
  if (body.length > maxZ * 1.15) {
    const n = Math.max(1, Math.floor((lines.length * maxZ) / body.length))
    lines.length = n
    body = z(lines.join('\n'))
  }
  return { body, n: lines.length }
}
export async function startServer() {
  const M = new Map(),
    order = [],
    log = [],
    ack = new Map()
  const s = await serve((m, u, body) => {
    const q = new URL(u, 'http://x')
    const g = (k) => q.searchParams.get(k)
    if (q.pathname === '/p') {
      const c = g('c')
      let a = ack.get(c) || 0
      for (const [seq, id, x, v] of un(body)) {
        if (seq <= a) continue
        if (seq !== a + 1) throw new Error('gap')
        a = seq
        if (Array.isArray(x)) {
          M.set(id, rec(x))
          order.push(id)
          log.push([id])
        } else {
          M.get(id)[F[x]] = v
          log.push([id, x, v])
        }
      }
      ack.set(c, a)
      return { body: String(a) }
    }
    if (q.pathname === '/s') return { body: String(ack.get(g('c')) || 0) }
    const max = +g('m')
    let [snap, cur] = g('k').split('.').map(Number) // cursor snap.log ; snap = rows still to send of the first copy, -1 = done
    if (snap >= 0) {
      if (snap === 0) cur = log.length
      const p = pack((i) => order[snap + i] && JSON.stringify(row(M.get(order[snap + i]))), max)
      snap += p.n
      return { body: p.body, headers: { k: `${snap >= order.length ? -1 : snap}.${cur}`, more: 1 } }
    }
    const p = pack((i) => log[cur + i] && JSON.stringify(log[cur + i]), max)
    cur += p.n
    return { body: p.body, headers: { k: `-1.${cur}`, more: cur < log.length ? 1 : 0 } }
  })
  return { ...s, records: async () => [...M.values()] }
}
export async function openDevice({ port, id }) {
  const M = new Map()
  const out = []
  let seq = 0,
    acked = 0,
    key = '0.0',
    size = 24e3
  const c = client(port)
  const ok = () => {
      size = Math.min(64e3, size * 1.3)
    },
    bad = async () => {
      size = Math.max(8e3, size / 2)
      await sleep(300)
    }
  return {
    async load(rs) {
      for (const r of rs) {
        M.set(r.id, { ...r })
        out.push(JSON.stringify([++seq, r.id, row(r)]))
      }
    },
    async edit(es) {
      for (const e of es) {
        M.get(e.id)[e.field] = e.value
        out.push(JSON.stringify([++seq, e.id, IX.get(e.field), e.value]))
      }
    },
    async push(s) {
      while (acked < seq) {
        if (s.aborted) throw new Error('stopped')
        const p = pack((i) => out[acked + i], size)
        try {
          acked = +(await c.once('POST', '/p?c=' + id, p.body))
          ok()
        } catch {
          await bad()
          try {
            acked = Math.max(acked, +(await c.once('GET', '/s?c=' + id)))
          } catch {}
        }
      }
    },
    async pull(s) {
      for (;;) {
        if (s.aborted) throw new Error('stopped')
        let r
        try {
          r = await c.page(`/q?k=${key}&m=${Math.floor(size)}`)
          ok()
        } catch {
          await bad()
          continue
        }
        const first = !key.startsWith('-1')
        for (const l of un(r.body)) {
          if (first) {
            const x = rec(l)
            M.set(x.id, x)
          } else if (l.length > 1) M.get(l[0])[F[l[1]]] = l[2]
        }
        key = r.k
        if (!first && r.more === '0') return
        if (first && key.startsWith('-1')) {
          /* one more page follows the log */
        }
      }
    },
    records: async () => [...M.values()],
    close() {},
  }
}
