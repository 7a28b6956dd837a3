// One full run of one contestant, verbose: node scripts/one.mjs <id>
import { serve } from './serve.mjs'
import { contestants } from '../engines/index.mjs'
import { run } from './bench.mjs'
const s = await serve()
const c = contestants.find((x) => x.id === process.argv[2])
console.time('run')
const r = await run(c, s.base, { verbose: true, slow: process.argv[3] === 'slow' })
console.timeEnd('run')
console.log(
  JSON.stringify(
    { ...r, sentText: r.sentText?.slice(0, 3000) },
    (k, v) => (Array.isArray(v) && v.length > 30 && typeof v[0] === 'number' ? `[${v.length} numbers]` : v),
    1,
  ),
)
s.close()
