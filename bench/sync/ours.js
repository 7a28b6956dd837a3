// Sổ Thôn: its real server (embedded PostgreSQL) and its real client, both built from the sources with the bench form registered.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const title = 'Sổ Thôn'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = (name) => new URL(`../../dist/bench/${name}.js`, import.meta.url)
const program = fileURLToPath(built('server'))

export async function startServer() {
  // `npm run bench:sync` builds it again each time.
  if (!existsSync(program)) execFileSync('npx', ['vite', 'build', '--config', 'bench/sync/product/vite.config.ts', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' })
  const data = mkdtempSync(join(tmpdir(), 'sothon-bench-'))
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production', PORT: String(port), SOTHON_DATA: data }
  const printed = execFileSync(process.execPath, [program, 'admin', 'create', '--username', 'quantri', '--name', 'Quản trị', '--communes', '22813'], { env, cwd: root })
  const password = /Password, shown this once: (\S+)/.exec(printed.toString())[1]
  const child = spawn(process.execPath, [program], { env, cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  process.on('exit', () => {
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${port}`
  await untilHealthy(origin)
  const { makeOfficer } = await import(built('account'))
  const account = await makeOfficer(origin, { username: 'quantri', password })
  return {
    port,
    account,
    // The content of the register = what a phone gets that pulls everything over a perfect line.
    async records() {
      const phone = await (await import(built('device'))).openPhone(account, origin, origin)
      await phone.pull(new AbortController().signal)
      const records = await phone.records()
      phone.close()
      return records
    },
    async close() {
      const closed = new Promise((done) => child.once('close', done))
      child.kill('SIGTERM')
      await closed
    },
  }
}

export async function openDevice({ port, id, server }) {
  const { openPhone } = await import(built('device'))
  const phone = await openPhone(server.account, `http://127.0.0.1:${server.port}`, `http://127.0.0.1:${port}`)
  // Officers pull the register before they go out to collect, so A has it already. B is the fresh phone.
  if (id === 'A') await phone.pull(new AbortController().signal)
  return phone
}

async function untilHealthy(origin) {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await fetch(`${origin}/api/health`).catch(() => null))?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('ours — the server did not start')
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })
}
