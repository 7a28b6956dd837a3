// TinyBase 10 MergeableStore, WsSynchronizer <-> createWsServer; the server's own store joins the server in process (no link).
// requestTimeoutSeconds 900 (default 1 s can never work at 400 ms RTT with real payloads). No ack: 'push done' read out of band.
import { createMergeableStore } from 'tinybase'
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client'
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server'
import WS, { WebSocketServer } from 'ws'
import { sleep } from './_http.js'
export const title = 'TinyBase 10 WsSynchronizer'
const T = +(process.env.TT || 900)
const recs = (st) => Object.entries(st.getTable('phieu')).map(([id, r]) => ({ id, ...r }))
export async function startServer() {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise((r) => wss.on('listening', r))
  wss.on('connection', (c) => c.on('error', () => {}))
  createWsServer(wss)
  const st = createMergeableStore('server')
  const port = wss.address().port
  // a throw-away peer answers the server store's first load (alone it would wait T seconds for an answer)
  const p0 = await createWsSynchronizer(createMergeableStore('p0'), new WS(`ws://127.0.0.1:${port}/xa`), 0.1)
  await p0.startSync()
  const sy = await createWsSynchronizer(st, new WS(`ws://127.0.0.1:${port}/xa`), T)
  await sy.startSync()
  await p0.destroy()
  return { port, store: st, records: async () => recs(st), close: () => wss.close() }
}
export async function openDevice({ port, id, server }) {
  const st = createMergeableStore('dev' + id)
  const run = async (s) => {
    const done = () => hash(st) === hash(server.store)
    while (!s.aborted) {
      const ws = new WS(`ws://127.0.0.1:${port}/xa`)
      let closed = false
      ws.on('close', () => (closed = true))
      ws.on('error', () => (closed = true))
      let sy
      try {
        sy = await Promise.race([
          createWsSynchronizer(st, ws, T),
          (async () => {
            while (!closed) await sleep(50)
            throw new Error('closed')
          })(),
        ])
        sy.startSync().catch(() => {})
      } catch {
        await sleep(500)
        continue
      }
      while (!closed && !s.aborted) {
        if (done()) {
          await sy.destroy()
          return
        }
        await sleep(50)
      }
      try {
        await sy.destroy()
      } catch {}
      await sleep(500)
    }
    throw new Error('stopped')
  }
  return {
    async load(rs) {
      st.transaction(() => {
        for (const { id, ...r } of rs) st.setRow('phieu', id, r)
      })
    },
    async edit(es) {
      st.transaction(() => {
        for (const e of es) st.setCell('phieu', e.id, e.field, e.value)
      })
    },
    push: run,
    pull: run,
    records: async () => recs(st),
    close() {},
  }
}
const hash = (st) => {
  const h = st.getMergeableContentHashes ? st.getMergeableContentHashes() : st.getMergeableContent()[0][2]
  return JSON.stringify(h)
}
