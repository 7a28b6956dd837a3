import { sql } from 'kysely'
import pg from 'pg'
import type { ServerConfig } from '../config'
import { connect, type Db } from './connect'
import { startEmbedded } from './embedded/embeddedDatabase'
import type { DatabaseLimits } from './limits'
import { migrate } from './migrate'

export interface OpenedDatabase {
  readonly db: Db
  /** For the start-up message. It never contains a password. */
  readonly where: string
  /** Resolves with the reason if the embedded database died and cannot be started again. */
  readonly failed: Promise<Error>
  /** Closes the connections, and stops the database if it is the embedded one. */
  close(): Promise<void>
}

const OLDEST_MAJOR = 15
const DATABASE_NAME = 'sothon'

/**
 * Opens and migrates the server's database: the one at `databaseUrl`, or the embedded one in the data folder.
 * @throws Error with a message an administrator can act on: unreachable, older than PostgreSQL 15, folder in use
 * @throws DatabaseLost
 */
export async function openDatabase(config: Pick<ServerConfig, 'dataDir' | 'databaseUrl' | 'databaseLimits'>): Promise<OpenedDatabase> {
  if (config.databaseUrl !== null) return openUrl(config.databaseUrl, config.databaseLimits)
  const own = await startEmbedded(config.dataDir)
  try {
    const url = await ownDatabase(own.url)
    await prepare(url, migrate)
    const db = connect(url, undefined, config.databaseLimits)
    return { db, where: own.dir, failed: own.failed, close: () => db.destroy().then(own.stop) }
  } catch (error) {
    await own.stop()
    throw error
  }
}

async function openUrl(url: string, limits: DatabaseLimits): Promise<OpenedDatabase> {
  await prepare(url, async (db) => {
    await checkVersion(db)
    await migrate(db)
  })
  const db = connect(url, undefined, limits)
  return { db, where: new URL(url).host, failed: new Promise(() => {}), close: () => db.destroy() }
}

/** Runs on its own connections without limits: an index over a province may take long. */
async function prepare(url: string, work: (db: Db) => Promise<void>): Promise<void> {
  const db = connect(url, 4, null)
  await work(db).finally(() => db.destroy())
}

async function checkVersion(db: Db): Promise<void> {
  const version = await sql<{ number: string; words: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as words`.execute(db)
    .catch((cause: Error) => {
      throw new Error(`database — DATABASE_URL cannot be used — ${cause.message}`, { cause })
    })
  const { number, words } = version.rows[0]!
  if (Number(number) < OLDEST_MAJOR * 10_000) throw new Error(`database — PostgreSQL ${OLDEST_MAJOR} or later is needed — DATABASE_URL leads to ${words}`)
}

async function ownDatabase(clusterUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: clusterUrl })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME])
  if (!rowCount) await client.query(`create database ${DATABASE_NAME}`)
  await client.end()
  return registerUrl(clusterUrl)
}

/** The URL of the register's database in the embedded cluster. */
export function registerUrl(clusterUrl: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${DATABASE_NAME}`
  return url.href
}
