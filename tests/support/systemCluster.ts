import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { postgresUser } from '../../src/server/database/embedded/osUser'
import { answers } from '../../src/server/database/embedded/postmaster'
import { makeTemplate } from './testCluster'

/** Programs of the oldest PostgreSQL the server promises to run on. */
const BIN = process.env.SOTHON_TEST_PG15 || '/usr/lib/postgresql/15/bin'

/** One cluster of the system's PostgreSQL 15 for all server tests of a run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!process.env.SOTHON_TEST_PG15) return undefined
  const user = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'sothon-cluster15-'))
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const as = { ...user, cwd: folder }
  const made = spawnSync(join(BIN, 'initdb'), ['-D', join(folder, 'data'), '-U', 'sothon', '--auth=trust', '--encoding=UTF8', '--locale=C'], { ...as, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`PostgreSQL 15 — initdb — ${made.stderr}`)

  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200']
  const server = spawn(join(BIN, 'postgres'), ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])], { ...as, stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = `postgres://sothon@127.0.0.1:${port}/postgres`
  for (const limit = Date.now() + 30_000; !(await answers(url)); await pause(50)) if (Date.now() > limit) throw new Error('PostgreSQL 15 — start — no answer')
  await makeTemplate(url)
  project.provide('clusterUrl', url)
  project.provide('engine', 'system')
  return async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
