import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createCluster, readPassword, type Cluster } from './createCluster'
import { DatabaseLost } from './databaseLost'
import { canReach, postgresUser, type OsUser } from './osUser'
import { clusterFolder, locatedFolder } from './place'
import { answers, startPostmaster, stopPostmaster, urlOf, type Postmaster } from './postmaster'
import { findPostmaster } from './postmasterFile'
import { postgresPrograms, type Programs } from './programs'

/** An advisory lock that the only server of a data folder holds while it runs. PostgreSQL frees it when that process dies. */
const SERVER_LOCK = 0x50a7_0b01
const RETRY_LIMIT_MS = 20_000

export interface EmbeddedDatabase {
  readonly url: string
  /** PostgreSQL's data directory, for messages. */
  readonly dir: string
  /** Resolves with the reason if the database died and cannot be started again. */
  readonly failed: Promise<Error>
  stop(): Promise<void>
}

/** Another live server uses the same data folder. */
class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse'
  constructor(dataDir: string) {
    super(`data folder — ${dataDir} — is in use by another running server; stop that one, or set SOTHON_DATA to another folder`)
  }
}

interface Setup {
  readonly cluster: Cluster
  readonly programs: Programs
  readonly user: OsUser | null
}

/**
 * Starts PostgreSQL in the data folder. It is created if absent, and recovered after a crash. Only one server may use a folder. If PostgreSQL dies
 * while the server runs, it is started again on the same port.
 * @throws DataFolderInUse when another server uses the folder
 * @throws DatabaseLost
 * @throws Error with a message for an administrator when PostgreSQL cannot run here
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const user = postgresUser()
  const programs = postgresPrograms(user)
  const setup = { user, programs, cluster: createCluster(clusterFolder(dataDir, user), programs, user) }
  await endOrphan(setup.cluster, dataDir)
  let postmaster = await startPatiently(setup, dataDir)
  let lock = await takeServerLock(urlOf(setup.cluster, postmaster.port))
  if (!lock) throw new DataFolderInUse(dataDir)
  let stopping = false

  let giveUp: (reason: Error) => void
  const failed = new Promise<Error>((resolve) => { giveUp = resolve })
  const watch = (): void => {
    postmaster.process.once('exit', () => {
      if (!stopping) revive().catch(giveUp)
    })
  }
  const revive = async (): Promise<void> => {
    postmaster = await startPatiently(setup, dataDir, postmaster.port)
    // The lock was lost with the old process. Without it, another server would take this database for an orphan.
    lock = await takeServerLock(urlOf(setup.cluster, postmaster.port))
    watch()
    if (stopping) await stopPostmaster(postmaster.process.pid!, setup.cluster)
  }
  watch()
  const stop = async (): Promise<void> => {
    stopping = true
    await lock?.end().catch(() => undefined)
    await stopPostmaster(postmaster.process.pid!, setup.cluster)
  }
  return { url: urlOf(setup.cluster, postmaster.port), dir: setup.cluster.dir, failed, stop }
}

/** The URL of the database of a running server, for a command that runs beside it. `undefined` = no server runs on the folder. */
export async function findRunningEmbedded(dataDir: string): Promise<string | undefined> {
  const folder = locatedFolder(dataDir)
  const running = folder && findPostmaster(join(folder, 'postgres'))
  if (!running) return undefined
  const url = urlOf({ dir: join(folder, 'postgres'), password: readPassword(folder) }, running.port)
  const lock = (await answers(url)) ? await takeServerLock(url) : undefined
  await lock?.end()
  return lock ? undefined : url
}

/**
 * Stops a postmaster that was left by a killed server, so that the new one is our child process.
 * @throws DataFolderInUse when a live server uses it
 */
async function endOrphan(cluster: Cluster, dataDir: string): Promise<void> {
  const running = findPostmaster(cluster.dir)
  if (!running) return
  const url = urlOf(cluster, running.port)
  for (const limit = Date.now() + RETRY_LIMIT_MS; Date.now() < limit && findPostmaster(cluster.dir); await pause(100)) {
    if (!(await answers(url))) continue
    const lock = await takeServerLock(url)
    if (!lock) throw new DataFolderInUse(dataDir)
    await lock.end()
    break
  }
  await stopPostmaster(running.pid, cluster)
}

/** Starts PostgreSQL, with retries: just after a kill, old processes may still hold shared memory, and PostgreSQL refuses to start until they are gone. */
async function startPatiently({ cluster, programs, user }: Setup, dataDir: string, port?: number): Promise<Postmaster> {
  for (const limit = Date.now() + RETRY_LIMIT_MS; ; await pause(200)) {
    try {
      if (!canReach(user, join(cluster.dir, 'PG_VERSION'), 'r')) throw new DatabaseLost(cluster.dir)
      findPostmaster(cluster.dir)
      return await startPostmaster(cluster, programs, user, port)
    } catch (error) {
      if (error instanceof DatabaseLost) throw error
      if (await isServed(cluster)) throw new DataFolderInUse(dataDir)
      if (Date.now() > limit) throw error
    }
  }
}

/** Whether another server, started at the same moment, already serves this cluster. */
async function isServed(cluster: Cluster): Promise<boolean> {
  const running = findPostmaster(cluster.dir)
  const url = running && urlOf(cluster, running.port)
  if (!url || !(await answers(url))) return false
  const lock = await takeServerLock(url)
  await lock?.end()
  return !lock
}

async function takeServerLock(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [SERVER_LOCK])
  if (rows[0]?.taken) return client
  await client.end()
  return undefined
}
