import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema'

/** The database as every part of the server gets it. */
export type Db = Kysely<Database>

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Opens a pool. A connection that the database drops, idle or in the middle of work, fails that work and is replaced by the next query, never a crash. */
export function connect(url: string, maxConnections = 10): Db {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, types: { getTypeParser } as pg.CustomTypesConfig })
  pool.on('error', () => undefined)
  // One that is in use says so itself, besides failing its query: nobody listening, that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** Counters and versions are numbers (far below 2^53); days and instants are ISO strings, as everywhere else in the product. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === INT8) return Number
  if (oid === DATE) return (text: string) => text
  if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
  return pg.types.getTypeParser(oid, format as 'text')
}
