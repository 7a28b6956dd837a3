// Runs every test of the project with one command, also on a fresh machine: installs what is missing, then runs types, lint, build, and unit,
// simulation, component, server, end-to-end and fault tests. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './install.mjs'
import { ensureBrowser, ensurePostgres15 } from './testTools.mjs'

process.chdir(join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..'))
ensureInstalled()
const chromium = ensureBrowser()
const postgres15 = ensurePostgres15()
const environment = {
  ...process.env,
  ...(chromium && { SOTHON_CHROMIUM: chromium }),
  ...(postgres15 && { SOTHON_TEST_PG15: postgres15 }),
}
if (!postgres15) console.log('PostgreSQL 15 is not installed and cannot be: server tests run on the embedded PostgreSQL only.')

const totals = { passed: 0, failed: 0 }
/** The names of what failed, printed again at the end for whoever sees only the last lines. */
const failures = []
const only = process.argv.slice(2)
const wants = (name) => only.length === 0 || only.includes(name)

/** Runs a step that is one check: it passes or fails as a whole. */
function check(name, command, args) {
  if (!wants(name)) return
  console.log(`\n== ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: environment })
  totals[status === 0 ? 'passed' : 'failed'] += 1
  if (status !== 0) failures.push(name)
}

/** Runs a vitest project and counts its tests. A run that crashed counts as a failure even if no test failed. */
function suite(project) {
  if (!wants(project)) return
  console.log(`\n== ${project}`)
  const folder = mkdtempSync(join(tmpdir(), 'sothon-tests-'))
  const report = join(folder, 'report.json')
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { stdio: 'inherit', env: environment })
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
  rmSync(folder, { recursive: true, force: true })
  totals.passed += result.numPassedTests
  totals.failed += status === 0 ? result.numFailedTests : Math.max(1, result.numFailedTests)
  failures.push(...failedIn(project, result))
  if (status !== 0 && result.numFailedTests === 0) failures.push(`${project}: the run itself`)
}

function failedIn(project, { testResults = [] }) {
  return testResults.flatMap(({ assertionResults }) => assertionResults.filter((test) => test.status === 'failed').map((test) => `${project}: ${test.fullName} — ${String(test.failureMessages?.[0] ?? '').split('\n')[0]}`))
}

check('types', 'npm', ['run', '-s', 'typecheck'])
check('lint', 'npm', ['run', '-s', 'lint'])
check('build', 'npm', ['run', '-s', 'build'])
suite('unit')
suite('sim')
suite('ui')
suite('server')
if (postgres15) suite('server-pg15')
suite('e2e')
suite('faults')

for (const failure of failures) console.log(`failed: ${failure}`)
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
