import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SUPERUSER, type Cluster } from './createCluster'
import type { OsUser } from './osUser'
import { isPostmasterOf } from './postmasterFile'
import type { Programs } from './programs'

const LOG_LIMIT_BYTES = 20_000_000
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000

export interface Postmaster {
  readonly process: ChildProcess
  readonly port: number
}

export function urlOf(cluster: Cluster, port: number, database = 'postgres'): string {
  return `postgres://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/**
 * Starts PostgreSQL on a cluster and waits until it answers, also through crash recovery.
 * @throws Error with the end of its log if it does not start
 */
export async function startPostmaster(cluster: Cluster, programs: Programs, user: OsUser | null, wantedPort?: number): Promise<Postmaster> {
  const port = wantedPort ?? (await freePort())
  const log = openLog(`${cluster.dir}.log`, user)
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'max_connections=100', 'shared_buffers=128MB', 'log_min_messages=warning', 'timezone=UTC']
  const child = spawn(programs.postgres, ['-D', cluster.dir, ...settings.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: cluster.dir,
    // A process group of its own: Ctrl-C reaches only the server, which stops PostgreSQL after its last request.
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let failed = false
  child.once('exit', () => (failed = true)).once('error', () => (failed = true))
  for (const limit = Date.now() + START_LIMIT_MS; Date.now() < limit && !failed; await pause(40)) {
    if (await answers(urlOf(cluster, port))) return { process: child, port }
  }
  throw new Error(`embedded database — did not start in ${cluster.dir} — ${endOf(`${cluster.dir}.log`)}`)
}

/** Stops PostgreSQL: open transactions are rolled back. Returns when the process is gone. */
export async function stopPostmaster(pid: number, cluster: Cluster): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostmasterOf(cluster.dir, pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      // The process ended between the check and the signal.
    }
    for (const limit = Date.now() + STOP_LIMIT_MS; Date.now() < limit; await pause(20)) if (!isPostmasterOf(cluster.dir, pid)) return
  }
}

/** Whether the database accepts a connection. Never throws. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function openLog(path: string, user: OsUser | null): number {
  const log = openSync(path, 'a', 0o600)
  if (statSync(path).size > LOG_LIMIT_BYTES) truncateSync(path)
  if (user) fchownSync(log, user.uid, user.gid)
  return log
}

const endOf = (path: string): string => readFileSync(path, 'utf8').trim().split('\n').slice(-4).join(' | ')

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
