// PouchDB 9 client (memory adapter) <-> express-pouchdb server (memory adapter) over HTTP. Default batch_size 100 (PB=...
// overrides through env PB). One-shot replication, restarted by us until it completes (its own retry only works with live:true).
import PouchDB from 'pouchdb'
import mem from 'pouchdb-adapter-memory'
import express from 'express'
import expressPouch from 'express-pouchdb'
import http from 'node:http'
import os from 'node:os'
import fs from 'node:fs'
import { sleep } from './_http.js'
PouchDB.plugin(mem)
const BATCH = +(process.env.PB || 100)
export const title = `PouchDB 9 / express-pouchdb, batch ${BATCH}`
const toDoc = (r) => {
  const { id, ...x } = r
  return { _id: id, ...x }
}
const toRec = (d) => {
  const { _id, _rev, ...x } = d
  return { id: _id, ...x }
}
const all = async (db) => (await db.allDocs({ include_docs: true })).rows.filter((r) => r.id[0] !== '_').map((r) => toRec(r.doc))
export async function startServer() {
  const Mem = PouchDB.defaults({ adapter: 'memory', prefix: 'srv' + process.pid })
  const dir = fs.mkdtempSync(os.tmpdir() + '/pdb')
  const app = express()
  app.use('/', expressPouch(Mem, { mode: 'minimumForPouchDB', overrideMode: { include: [] }, inMemoryConfig: true, logPath: dir + '/log.txt' }))
  const s = http.createServer(app)
  s.keepAliveTimeout = 120e3
  await new Promise((r) => s.listen(0, '127.0.0.1', r))
  const db = new Mem('xa')
  await db.info()
  return { port: s.address().port, records: () => all(db), close: () => s.close() }
}
export async function openDevice({ port, id }) {
  const db = new PouchDB('dev' + id + process.pid, { adapter: 'memory', revs_limit: 20 })
  const agent = new http.Agent({ keepAlive: true, maxSockets: 6 }) // as a browser does
  const remote = () => new PouchDB(`http://127.0.0.1:${port}/xa`, { skip_setup: true, fetch: (u, o) => PouchDB.fetch(u, { ...o, agent }) })
  const run = async (dir, signal) => {
    for (;;) {
      if (signal.aborted) throw new Error('stopped')
      const r = remote()
      let rep
      try {
        rep = dir === 'to' ? db.replicate.to(r, { batch_size: BATCH }) : db.replicate.from(r, { batch_size: BATCH })
        const stop = () => rep.cancel()
        signal.addEventListener('abort', stop)
        const x = await rep
        signal.removeEventListener('abort', stop)
        if (x.ok && x.status === 'complete' && !x.errors?.length) return
      } catch {
        await sleep(500)
      }
    }
  }
  return {
    load: (rs) => db.bulkDocs(rs.map(toDoc)),
    async edit(es) {
      const r = await db.allDocs({ keys: es.map((e) => e.id), include_docs: true })
      const ds = r.rows.map((x, i) => ({ ...x.doc, [es[i].field]: es[i].value }))
      await db.bulkDocs(ds)
    },
    push: (s) => run('to', s),
    pull: (s) => run('from', s),
    records: () => all(db),
    close: () => db.close(),
  }
}
