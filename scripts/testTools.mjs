// What the tests need besides npm packages: a Chromium and, where it can be had, a PostgreSQL 15 server.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PG15_BIN = '/usr/lib/postgresql/15/bin'
const isRoot = process.getuid?.() === 0
let aptUpdated = false

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}

function aptInstall(...packages) {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false
  if (!aptUpdated) aptUpdated = run('apt-get', ['update', '-q'])
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])
}

/** Path of a Chromium: the one named, Debian's (by apt when root), or Playwright's own. */
export function ensureBrowser() {
  const named = process.env.SOTHON_CHROMIUM
  if (named && existsSync(named)) return named
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync)
  if (system) return system
  if (aptInstall('chromium', 'fonts-roboto-unhinted') && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  // Not root: Playwright keeps its browser in the user's cache, and finds it there by itself.
  run('npx', ['playwright-core', 'install', 'chromium'])
  return null
}

/** Folder of PostgreSQL 15's programs, or null when it is absent and may not be installed. */
export function ensurePostgres15() {
  if (existsSync(`${PG15_BIN}/postgres`)) return PG15_BIN
  return aptInstall('postgresql-15') && existsSync(`${PG15_BIN}/postgres`) ? PG15_BIN : null
}
