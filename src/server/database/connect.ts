import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { DatabaseSilent, databaseLimits, type DatabaseLimits } from './limits'
import type { Database } from './schema'

/** The database as every part of the server gets it. */
export type Db = Kysely<Database>

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Of either side about the other; without, a host that vanished is noticed after hours. */
const ALIVE_AFTER_MS = 60_000
const databaseAsks = '-c tcp_keepalives_idle=60 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=6'

/**
 * Opens a pool. A connection that the database drops, idle or in the middle of work, fails that work and is replaced by the next query, never a crash.
 * @param limits what the address says of a limit goes before; `null` = none but for connecting, for work that takes as long as it takes
 */
export function connect(url: string, maxConnections = 10, limits: DatabaseLimits | null = databaseLimits): Db {
  const pool = new pg.Pool({
    connectionString: url, max: maxConnections, types: { getTypeParser } as pg.CustomTypesConfig,
    connectionTimeoutMillis: (limits ?? databaseLimits).connectMs, keepAlive: true, keepAliveInitialDelayMillis: ALIVE_AFTER_MS, options: databaseAsks,
    ...(limits && { lock_timeout: limits.lockMs, statement_timeout: limits.statementMs, idle_in_transaction_session_timeout: limits.idleMs }),
  })
  pool.on('error', () => undefined)
  // One that is in use says so itself, besides failing its query: nobody listening, that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: limits ? patient(pool, limits.silenceMs) : pool }) })
}

/** The pool, with a word of its own for having no connection, and an end to waiting on a line that is dead. */
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
  // Nobody here reads by cursor.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
}

/** Counters and versions are numbers (far below 2^53); days and instants are ISO strings, as everywhere else in the product. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === INT8) return Number
  if (oid === DATE) return (text: string) => text
  if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
  return pg.types.getTypeParser(oid, format as 'text')
}
