// The programs that the tests need besides npm packages: Chromium and, if available, a PostgreSQL 15 server.
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

/** The path of a Chromium: the named one, the system's, or Debian's installed by apt if we are root. `null` = Playwright's own, which it finds itself. */
export function ensureBrowser() {
  const named = process.env.SOTHON_CHROMIUM
  if (named && existsSync(named)) return named
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].find(existsSync)
  if (system) return system
  if (aptInstall('chromium', 'fonts-roboto-unhinted') && existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  // Not possible with apt: Playwright keeps its browser in the user's cache, and finds it there itself.
  run('npx', ['playwright-core', 'install', 'chromium'])
  return null
}

/** The folder of PostgreSQL 15's programs, or null if it is absent and cannot be installed. */
export function ensurePostgres15() {
  if (existsSync(`${PG15_BIN}/postgres`)) return PG15_BIN
  return aptInstall('postgresql-15') && existsSync(`${PG15_BIN}/postgres`) ? PG15_BIN : null
}
