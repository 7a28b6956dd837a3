import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresUser } from '../../../src/server/database/embedded/osUser'
import { answers } from '../../../src/server/database/embedded/postmaster'

/** Folder with the programs of the oldest PostgreSQL that the server supports. */
const BIN = process.env.SOTHON_TEST_PG15 || '/usr/lib/postgresql/15/bin'
const START_LIMIT_MS = 120_000

/** Whether this machine has that PostgreSQL. */
export const hasSystemPostgres = (): boolean => existsSync(join(BIN, 'postgres'))

export interface SystemPostgres {
  /** Superuser connection to its database `postgres`. */
  readonly url: string
  stop(): Promise<void>
}

/** An empty cluster of the system's PostgreSQL 15, deleted when it stops. @param settings `name=value`, override the defaults */
export async function startSystemPostgres(settings: readonly string[]): Promise<SystemPostgres> {
  const user = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'sothon-cluster15-'))
  if (user) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
  const as = { ...user, cwd: folder }
  const made = spawnSync(join(BIN, 'initdb'), ['-D', join(folder, 'data'), '-U', 'sothon', '--auth=trust', '--encoding=UTF8', '--locale=C'], { ...as, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`PostgreSQL 15 — initdb — ${made.error?.message ?? made.stderr}`)

  const server = await startServer(folder, as, settings)
  const stop = async (): Promise<void> => {
    server.process.kill('SIGINT')
    await server.ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilItAnswers(server, folder)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: server.url, stop }
}

interface Server {
  readonly process: ChildProcess
  readonly url: string
  readonly ended: Promise<unknown>
}

async function startServer(folder: string, as: SpawnOptions, more: readonly string[]): Promise<Server> {
  const port = await freePort()
  const log = openSync(join(folder, 'log'), 'a')
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', ...more]
  const server = spawn(join(BIN, 'postgres'), ['-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])], { ...as, stdio: ['ignore', log, log] })
  closeSync(log)
  return { process: server, url: `postgres://sothon@127.0.0.1:${port}/postgres`, ended: new Promise((resolve) => server.once('exit', resolve)) }
}

/** Waits for the server, which starts slowly on a busy machine. @throws Error with its log when it ended or the time is up */
async function untilItAnswers({ process: server, url }: Server, folder: string): Promise<void> {
  for (const limit = Date.now() + START_LIMIT_MS; !(await answers(url)); await pause(100)) {
    if (server.exitCode === null && Date.now() < limit) continue
    throw new Error(`PostgreSQL 15 — start — ${readFileSync(join(folder, 'log'), 'utf8').slice(-1000) || 'no answer'}`)
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
