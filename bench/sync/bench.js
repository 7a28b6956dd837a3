// bench.js — one contestant, one N, one profile, in one process.
//   node bench.js --c=pouchdb --n=1000 --p=edge-2G [--scale=1] [--limit=900] [--seed=42] [--out=results]
// phases: a push N new records; b push 1 changed field in each of min(1000,N) records; c fresh device pulls all;
//         d second device (has everything) pulls 100 changed records. Every phase ends with a content digest check.
import fs from 'node:fs'
import { makeRecords, makeEdits, applyEdits, digest, canon } from './gen.js'
import { startLink } from './link.js'
const arg = (k, d) => {
  const m = process.argv.find((x) => x.startsWith(`--${k}=`))
  return m ? m.slice(k.length + 3) : d
}
const cname = arg('c'),
  N = +arg('n', 1000),
  profile = arg('p', 'edge-2G'),
  scale = +arg('scale', 1),
  limit = +arg('limit', 900),
  seed = +arg('seed', 42),
  out = arg('out', 'results')
const K = Math.min(1000, N)
for (const ev of ['uncaughtException', 'unhandledRejection'])
  process.on(ev, (e) => {
    noise.push(String((e && e.message) || e).slice(0, 160))
    if (process.env.DEBUG) console.error(ev, e)
  })
const noise = []
const C = await import(cname === "ours" ? "./ours.js" : `./rivals/${cname}.js`)
const server = await C.startServer()
const link = await startLink({ targetPort: server.port, profile, seed, scale })
const truth = makeRecords(N, 1)
const rows = []
const file = `${out}/${cname}.${N}.${profile}.json`
fs.mkdirSync(out, { recursive: true })
const save = () =>
  fs.writeFileSync(
    file,
    JSON.stringify(
      {
        contestant: cname,
        title: C.title || cname,
        n: N,
        profile,
        scale,
        limit,
        seed,
        rows,
        noise: [...new Set(noise)].slice(0, 8),
        at: new Date().toISOString(),
      },
      null,
      1,
    ),
  )
const withLimit = (p, ms) => {
  let t
  return Promise.race([
    p.then(() => 'ok'),
    new Promise((r) => {
      t = setTimeout(() => r('timeout'), ms)
    }),
  ]).finally(() => clearTimeout(t))
}
async function phase(ph, work, check) {
  await new Promise((r) => setTimeout(r, 50))
  link.reset()
  const cpu0 = process.cpuUsage()
  const t0 = performance.now()
  let state
  const ac = new AbortController()
  try {
    state = await withLimit(work(ac.signal), (limit * 1000) / scale)
  } catch (e) {
    state = 'error: ' + String((e && e.message) || e).slice(0, 100)
  }
  const ms = performance.now() - t0
  await link.drain(20e3 / scale)
  const s = link.stats()
  const cpu = process.cpuUsage(cpu0)
  ac.abort()
  const got = await check()
  const want = digest(truth)
  const wantSet = new Set(truth.map(canon))
  const have = got.reduce((a, r) => a + (wantSet.has(canon(r)) ? 1 : 0), 0)
  const row = {
    phase: ph,
    ...s,
    sec: +((ms * scale) / 1000).toFixed(2),
    cpuSec: +((cpu.user + cpu.system) / 1e6).toFixed(2),
    state,
    ok: digest(got) === want,
    correct: have,
    of: truth.length,
  }
  if (ph === 'c' || ph === 'd') {
    row.serverOk = digest(await server.records()) === want
  } // was the server itself complete? (else the fault is not the pull's)
  rows.push(row)
  save()
  console.log(cname, N, profile, JSON.stringify(row))
  return row
}
const quiet = async (f) => {
  link.setBypass(true)
  await new Promise((r) => setTimeout(r, 300))
  try {
    await withLimit(f(), 120e3)
  } finally {
    await new Promise((r) => setTimeout(r, 300))
    link.setBypass(false)
  }
}
const A = await C.openDevice({ port: link.port, id: 'A', server })
await A.load(truth)
await phase(
  'a',
  (s) => A.push(s),
  () => server.records(),
)
if (!rows.at(-1).ok) await quiet(() => A.push(new AbortController().signal)) // bring level so that later phases are comparable
const e1 = makeEdits(truth, K, 7)
applyEdits(truth, e1)
await A.edit(e1)
await phase(
  'b',
  (s) => A.push(s),
  () => server.records(),
)
if (!rows.at(-1).ok) await quiet(() => A.push(new AbortController().signal))
if (server.prepare) await server.prepare()
let B = await C.openDevice({ port: link.port, id: 'B', server })
await phase(
  'c',
  (s) => B.pull(s),
  () => B.records(),
)
if (!rows.at(-1).ok) await quiet(() => B.pull(new AbortController().signal))
const e2 = makeEdits(truth, 100, 9)
applyEdits(truth, e2)
await A.edit(e2)
await quiet(() => A.push(new AbortController().signal))
if (server.prepare) await server.prepare()
await phase(
  'd',
  (s) => B.pull(s),
  () => B.records(),
)
save()
process.exit(0)
