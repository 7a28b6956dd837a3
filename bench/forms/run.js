// The labour form beside other engines:  npm run bench:forms [-- --runs 7 --only floor,ours]   (about three minutes a run of all five)
// The results are in results/ (not committed); bench/RESULTS.md has the figures.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const must = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: here, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(new URL('node_modules', import.meta.url))) {
  // Scripts off: enketo's packages would build a native library that is not needed here.
  must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  must(process.execPath, ['node_modules/esbuild/install.js'])
}
must(process.execPath, ['scripts/build.mjs'])
must(process.execPath, ['scripts/bench.mjs', ...process.argv.slice(2)])
