// Installs the packages, builds if the sources are newer than the build, and runs the server. Uses only Node's own modules.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'

process.chdir(join(new URL('.', import.meta.url).pathname, '..'))
ensureInstalled()
if (isBuildOld()) {
  console.log('Building …')
  const { status } = spawnSync('npm', ['run', '-s', 'build', '--', '--logLevel', 'warn'], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
// In this same process, so that Ctrl-C and signals reach the server directly.
await import('../dist/server/main.js')

function isBuildOld() {
  const results = ['dist/server/main.js', 'dist/client/index.html']
  if (!results.every((file) => existsSync(file))) return true
  const built = Math.min(...results.map((file) => statSync(file).mtimeMs))
  const roots = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts', 'vite.server.config.ts', 'tsconfig.base.json']
  return roots.some((root) => newest(root) > built)
}

function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
