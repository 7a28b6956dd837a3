// RxDB (memory storage) <-> rxdb-server replication endpoint (express adapter, memory storage). Default batch 100 (RB env). retryTime 1 s.
import { createRxDatabase } from 'rxdb/plugins/core'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { createRxServer } from 'rxdb-server/plugins/server'
import { RxServerAdapterExpress } from 'rxdb-server/plugins/adapter-express'
import { replicateServer } from 'rxdb-server/plugins/replication-server'
import { makeRecord } from '../gen.js'
import net from 'node:net'
import express from 'express'
const BATCH = +(process.env.RB || 100)
export const title = `RxDB / rxdb-server, batch ${BATCH}`
const sample = makeRecord(0)
const props = {}
for (const k in sample) props[k] = k === 'id' ? { type: 'string', maxLength: 40 } : { type: typeof sample[k] }
const schema = { version: 0, primaryKey: 'id', type: 'object', properties: props, required: ['id'] }
const mk = async (n) => {
  const db = await createRxDatabase({
    name: n + process.pid + 'x' + Math.floor(performance.now()),
    storage: getRxStorageMemory(),
    multiInstance: false,
    eventReduce: false,
  })
  await db.addCollections({ phieu: { schema } })
  return db
}
const all = async (db) =>
  (await db.phieu.find().exec()).map((d) => {
    const { _meta, _rev, _deleted, _attachments, ...x } = d.toJSON()
    return x
  })
// the stock adapter uses express.json() with its 100 KB default: a default batch (100 x 2 KB) is answered 413 for ever. Raised here.
const ADAPTER = {
  ...RxServerAdapterExpress,
  async create() {
    const app = express()
    app.use(express.json({ limit: '50mb' }))
    return app
  },
}
const freePort = () =>
  new Promise((r) => {
    const s = net.createServer().listen(0, () => {
      const p = s.address().port
      s.close(() => r(p))
    })
  })
export async function startServer() {
  const db = await mk('srv')
  const port = await freePort()
  const server = await createRxServer({ database: db, adapter: ADAPTER, port, hostname: '127.0.0.1' })
  server.addReplicationEndpoint({ name: 'phieu', collection: db.phieu, cors: '*' })
  await server.start()
  return { port, records: () => all(db), close: () => server.close() }
}
export async function openDevice({ port, id }) {
  const db = await mk('dev' + id)
  const run = async (opt, signal) => {
    const st = replicateServer({
      collection: db.phieu,
      replicationIdentifier: 'r' + id,
      url: `http://127.0.0.1:${port}/phieu/0`,
      live: false,
      waitForLeadership: false,
      retryTime: 1000,
      autoStart: true,
      ...opt,
    })
    const stop = () => st.cancel()
    signal.addEventListener('abort', stop)
    await st.awaitInitialReplication()
    await st.awaitInSync?.()
    await st.cancel()
    signal.removeEventListener('abort', stop)
  }
  return {
    async load(rs) {
      const r = await db.phieu.bulkInsert(rs)
      if (r.error.length) throw new Error('insert ' + r.error.length)
    },
    async edit(es) {
      for (const e of es) {
        const d = await db.phieu.findOne(e.id).exec()
        await d.incrementalPatch({ [e.field]: e.value })
      }
    },
    push: (s) =>
      run({ retryTime: +(process.env.RT || 1000), push: { batchSize: BATCH }, ...(process.env.RXBOTH ? { pull: { batchSize: BATCH } } : {}) }, s),
    pull: (s) => run({ pull: { batchSize: BATCH } }, s),
    records: () => all(db),
    close: () => db.close(),
  }
}
