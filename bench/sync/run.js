// The whole comparison, one after the other in one run:  npm run bench:sync   (about 40 minutes, mostly waiting)
//   CONTESTANTS="ours floor" npm run bench:sync      only these
// The results are in results/*.json (not committed) and RESULTS.md.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))
const must = (command, args, cwd) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** contestant, records, link, time scale, limit of a phase in emulated seconds, seed of the cuts */
const all = [
  ...['ours', 'floor'].flatMap((who) => [
    [who, 5000, 'edge-2G', 1, 600],
    [who, 1000, 'edge-2G', 1, 600],
  ]),
  ['outbox-sketch', 1000, 'edge-2G', 2, 600],
  ['pouchdb', 1000, 'edge-2G', 4, 2400],
  ['rxdb', 1000, 'edge-2G', 4, 2400],
  ['tinybase', 1000, 'edge-2G', 4, 2400],
  ['yjs-nowd', 1000, 'edge-2G', 16, 2400],
  ['naive', 1000, 'edge-2G', 8, 2400],
  ['ours', 1000, 'lossy', 2, 600],
  ['outbox-sketch', 1000, 'lossy', 2, 600],
  ['rxdb-b10', 1000, 'lossy', 8, 1200],
  ['pouchdb-b10', 1000, 'lossy', 8, 1200],
]

const wanted = process.env.CONTESTANTS?.split(/\s+/)
must('npx', ['vite', 'build', '--config', 'bench/sync/product/vite.config.ts', '--logLevel', 'error'], root)
if (!existsSync(new URL('node_modules', import.meta.url))) must('npm', ['ci', '--no-audit', '--no-fund'], here)
for (const [who, n, link, scale, limit] of all.filter(([who]) => !wanted || wanted.includes(who))) {
  // If a rival fails, that is part of the result, so the run goes on.
  spawnSync(process.execPath, ['bench.js', `--c=${who}`, `--n=${n}`, `--p=${link}`, `--scale=${scale}`, `--limit=${limit}`], { cwd: here, stdio: 'inherit' })
}
must(process.execPath, ['table.js'], here)
