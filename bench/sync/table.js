// table.js — reads results/*.json, prints one table and writes RESULTS.md.  node table.js [dir=results]
import fs from 'node:fs'
import zlib from 'node:zlib'
import { makeRecords, makeEdits } from './gen.js'
const dir = process.argv[2] || 'results'
const R = fs
  .readdirSync(dir)
  .filter((f) => f.endsWith('.json'))
  .map((f) => JSON.parse(fs.readFileSync(`${dir}/${f}`)))
const kb = (b) => (b >= 1e6 ? (b / 1e6).toFixed(2) + ' MB' : (b / 1e3).toFixed(1) + ' kB')
const sec = (s) => (s >= 100 ? Math.round(s) + '' : s.toFixed(1))
const order = ['ours', 'floor', 'outbox-sketch', 'naive', 'pouchdb', 'pouchdb-b10', 'rxdb', 'rxdb-b10', 'tinybase', 'yjs', 'yjs-nowd']
const rank = (c) => {
  const i = order.indexOf(c)
  return i < 0 ? 50 : i
}
const md = [
  '# Same-work sync benchmark: results',
  '',
  `Written ${new Date().toISOString()} by table.js. Phases: a = push N new records; b = push 1 changed field in each of 1,000 records; c = fresh device pulls all; d = device with everything pulls 100 changed records.`,
  'Bytes are TCP payload both ways (no TLS, no IP headers). Seconds are emulated time (wall time x scale). req = HTTP request lines (a WebSocket upgrade counts 1), trips = up->down turns on the wire. FAIL = the limit ran out; SAID DONE, WRONG = the engine reported completion but contents differ (in c and d possibly because the server was already wrong after b); "x/N" = records correct at that moment.',
  '',
]
for (const p of ['edge-2G', 'lossy', 'good'])
  for (const n of [1000, 5000]) {
    const rs = R.filter((r) => r.profile === p && r.n === n).sort((a, b) => rank(a.contestant) - rank(b.contestant))
    if (!rs.length) continue
    md.push(
      `## ${p}, N = ${n}`,
      '',
      '| contestant (time scale) | a up / down | a req, trips | a s | b up / down | b s | c down / up | c req, trips | c s | d down / up | d s | all arrived |',
      '|---|---|---|---:|---|---:|---|---|---:|---|---:|---|',
    )
    for (const r of rs) {
      const g = (x) => r.rows.find((y) => y.phase === x)
      const cell = (x, f) => (g(x) ? f(g(x)) : '…')
      const s = (x) =>
        cell(x, (y) => (y.ok ? sec(y.sec) : y.state === 'ok' ? `${sec(y.sec)} **SAID DONE, WRONG**` : `**FAIL** >${Math.round(y.sec)}`))
      const bad = r.rows.filter((y) => !y.ok).map((y) => `${y.phase}: ${y.correct}/${y.of}`)
      const all = r.rows.length < 4 ? `(running: ${r.rows.length}/4)` : bad.length ? 'NO — ' + bad.join(', ') : 'yes'
      const cuts = r.rows.reduce((t, y) => t + y.cuts, 0)
      md.push(
        `| ${r.title} (x${r.scale}) | ${cell('a', (y) => kb(y.up) + ' / ' + kb(y.down))} | ${cell('a', (y) => y.requests + ', ' + y.turns)} | ${s('a')} | ${cell('b', (y) => kb(y.up) + ' / ' + kb(y.down))} | ${s('b')} | ${cell('c', (y) => kb(y.down) + ' / ' + kb(y.up))} | ${cell('c', (y) => y.requests + ', ' + y.turns)} | ${s('c')} | ${cell('d', (y) => kb(y.down) + ' / ' + kb(y.up))} | ${s('d')} | ${all}${cuts ? `; ${cuts} cuts` : ''} |`,
      )
    }
    md.push('')
  }
md.push(
  '## Byte floors of the data itself',
  '',
  '| body | raw NDJSON | gzip -6 | gzip -9 | brotli-5 | brotli-11 | columnar + brotli-11 |',
  '|---|---:|---:|---:|---:|---:|---:|',
)
const z = (name, rows, cols) => {
  const b = Buffer.from(rows.map((x) => JSON.stringify(x)).join('\n'))
  const br = (x, q) =>
    zlib.brotliCompressSync(x, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: q, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 } }).length
  md.push(
    `| ${name} | ${kb(b.length)} | ${kb(zlib.gzipSync(b).length)} | ${kb(zlib.gzipSync(b, { level: 9 }).length)} | ${kb(br(b, 5))} | ${kb(br(b, 11))} | ${kb(br(Buffer.from(cols), 11))} |`,
  )
}
for (const n of [1000, 5000]) {
  const r = makeRecords(n)
  z(
    `${n} records`,
    r,
    Object.keys(r[0])
      .map((k) => r.map((x) => x[k]).join('\n'))
      .join('\n\n'),
  )
}
const r = makeRecords(1000),
  e = makeEdits(r, 1000, 7)
z('1,000 one-field edits', e, ['id', 'field', 'value'].map((k) => e.map((x) => x[k]).join('\n')).join('\n\n'))
const e2 = e.slice(0, 100)
z('100 one-field edits', e2, ['id', 'field', 'value'].map((k) => e2.map((x) => x[k]).join('\n')).join('\n\n'))
md.push('')
fs.writeFileSync('RESULTS.md', md.join('\n') + '\n')
console.log(md.join('\n'))
