// Yjs: one Y.Doc per commune, Y.Map of Y.Maps (field = key), y-websocket 2 client and server. No acknowledgement in the protocol:
// 'push done' is read out of band (server state vector covers ours).
import WS, { WebSocketServer } from 'ws'
import http from 'node:http'
import { createRequire } from 'node:module'
import { sleep } from './_http.js'
const require = createRequire(import.meta.url)
const utils = require('y-websocket/bin/utils')
const { WebsocketProvider } = require('y-websocket')
const Yc = require('yjs')
export const title = 'Yjs / y-websocket (1 doc)'
const recs = (doc) => [...doc.getMap('phieu').values()].map((m) => m.toJSON())
export async function startServer() {
  const wss = new WebSocketServer({ noServer: true })
  wss.on('connection', (c, rq) => {
    c.on('error', () => {})
    utils.setupWSConnection(c, rq)
  })
  const s = http.createServer((a, b) => b.end())
  s.on('upgrade', (rq, so, h) => wss.handleUpgrade(rq, so, h, (ws) => wss.emit('connection', ws, rq)))
  await new Promise((r) => s.listen(0, '127.0.0.1', r))
  const doc = () => utils.docs.get('xa')
  return { port: s.address().port, doc, records: async () => (doc() ? recs(doc()) : []), close: () => s.close() }
}
export async function openDevice({ port, server }) {
  const doc = new Yc.Doc()
  const M = doc.getMap('phieu')
  const covers = (a, b) => {
    const sa = Yc.decodeStateVector(Yc.encodeStateVector(a)),
      sb = Yc.decodeStateVector(Yc.encodeStateVector(b))
    for (const [k, v] of sb) if ((sa.get(k) || 0) < v) return false
    return true
  }
  const run = async (s, done) => {
    const p = new WebsocketProvider(`ws://127.0.0.1:${port}`, 'xa', doc, { WebSocketPolyfill: WS, disableBc: true })
    p.on('connection-error', () => {})
    try {
      while (!s.aborted && !(await done(p))) await sleep(20)
    } finally {
      p.destroy()
    }
    if (s.aborted) throw new Error('stopped')
  }
  return {
    async load(rs) {
      doc.transact(() => {
        for (const r of rs) {
          const m = new Yc.Map()
          for (const k in r) m.set(k, r[k])
          M.set(r.id, m)
        }
      })
    },
    async edit(es) {
      doc.transact(() => {
        for (const e of es) M.get(e.id).set(e.field, e.value)
      })
    },
    push: (s) => run(s, () => server.doc() && covers(server.doc(), doc)),
    pull: (s) => run(s, (p) => p.synced && covers(doc, server.doc())),
    records: async () => recs(doc),
    close() {
      doc.destroy()
    },
  }
}
