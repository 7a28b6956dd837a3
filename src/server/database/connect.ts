import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { DatabaseSilent, databaseLimits, type DatabaseLimits } from './limits'
import type { Database } from './schema'

/** The database as every part of the server gets it. */
export type Db = Kysely<Database>

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Keepalive of both sides. Without it, a host that vanished is noticed only after hours. */
const ALIVE_AFTER_MS = 60_000
const databaseAsks = '-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6'

/**
 * Opens a pool. If the database drops a connection, idle or in use, the query in progress fails and the next query gets a new connection. The process
 * never crashes.
 * @param limits a limit in the URL takes precedence; `null` = no limits except for connecting, for work of any length
 */
export function connect(url: string, maxConnections = 10, limits: DatabaseLimits | null = databaseLimits): Db {
  const pool = new pg.Pool({
    connectionString: url, max: maxConnections, types: { getTypeParser } as pg.CustomTypesConfig,
    connectionTimeoutMillis: (limits ?? databaseLimits).connectMs, keepAlive: true, keepAliveInitialDelayMillis: ALIVE_AFTER_MS, options: databaseAsks,
    ...(limits && { lock_timeout: limits.lockMs, statement_timeout: limits.statementMs, idle_in_transaction_session_timeout: limits.idleMs }),
  })
  pool.on('error', () => undefined)
  // A connection in use emits an error as well as failing its query. Without a listener that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: limits ? patient(pool, limits.silenceMs) : pool }) })
}

/** Wraps the pool: no connection is reported as `DatabaseSilent`, and waiting on a dead connection ends after `silenceMs`. */
function patient(pool: pg.Pool, silenceMs: number): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect().catch((cause: Error) => {
        throw new DatabaseSilent(cause.message, { cause })
      })
      const known = clients.get(client) ?? patientClient(client, silenceMs)
      clients.set(client, known)
      return known
    },
  }
}

function patientClient(client: pg.PoolClient, silenceMs: number): PostgresPoolClient {
  const giveUp = (): void => void (client as unknown as pg.Client).connection.stream.destroy(new DatabaseSilent(`database — no answer — within ${silenceMs} ms`))
  const query = async (text: string, values: readonly unknown[]) => {
    const timer = setTimeout(giveUp, silenceMs)
    try {
      return await client.query(text, [...values])
    } finally {
      clearTimeout(timer)
    }
  }
  // Only `query` and `release` are needed: nothing here reads with a database cursor.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

/** Counters and versions are read as numbers (far below 2^53), days and instants as ISO strings, as everywhere in the product. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === INT8) return Number
  if (oid === DATE) return (text: string) => text
  if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
  return pg.types.getTypeParser(oid, format as 'text')
}
