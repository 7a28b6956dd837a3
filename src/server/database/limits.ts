import { sql, type Transaction } from 'kysely'
import type { Database } from './schema'

/** How long what waits for the database, in milliseconds. */
export interface DatabaseLimits {
  /** For a connection: one that others use, or a new one. */
  readonly connectMs: number
  /** For what another transaction holds. */
  readonly lockMs: number
  /** For a statement to end. */
  readonly statementMs: number
  /** The database for the next statement of a transaction: then it takes its locks away, for whoever held them may be gone. */
  readonly idleMs: number
  /** For any answer to a statement, when the database itself would have given it up long before: then the line is dead. */
  readonly silenceMs: number
  /** The health check for its answer. */
  readonly healthMs: number
}

/** A batch of a phone is written in less than a second, and waits for a few others of its commune at most. */
export const databaseLimits: DatabaseLimits = { connectMs: 10_000, lockMs: 15_000, statementMs: 60_000, idleMs: 60_000, silenceMs: 180_000, healthMs: 3_000 }

/** The database is not there, does not answer, or all connections to it are in use: nothing was begun, or nobody can say what became of it. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent'
}

/** For a whole list in one transaction: a statement about fifty thousand lines takes until `silenceMs`, and their judgement lies between two. What it waits for stays bounded. */
export async function takeTime(tx: Transaction<Database>): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '900000', true)`.execute(tx)
}
