import { sql, type Transaction } from 'kysely'
import type { Database } from './schema'

/** How long to wait for the database, in milliseconds. */
export interface DatabaseLimits {
  /** For a connection, from the pool or new. */
  readonly connectMs: number
  /** For a lock that another transaction holds. */
  readonly lockMs: number
  /** For a statement to end. */
  readonly statementMs: number
  /**
   * The database waits this long for the next statement of a transaction. Then it ends the connection and frees its locks, because the client may be
   * gone.
   */
  readonly idleMs: number
  /** For any answer to a statement. The database itself gives up long before, so after this time the connection must be dead. */
  readonly silenceMs: number
  /** How long the health check waits for its answer. */
  readonly healthMs: number
}

/** The usual limits: a batch of a phone is written in less than a second, and waits for few others of its commune. */
export const databaseLimits: DatabaseLimits = { connectMs: 10_000, lockMs: 15_000, statementMs: 60_000, idleMs: 60_000, silenceMs: 180_000, healthMs: 3_000 }

/** The database is unreachable, does not answer, or has no free connection. Either nothing was begun, or the result is unknown. */
export class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent'
}

/**
 * Lifts the limits of this transaction, which applies a whole list: a statement on fifty thousand rows may take until `silenceMs`, and judging them
 * takes time between two statements. Waiting for locks stays limited.
 */
export async function takeTime(tx: Transaction<Database>): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '900000', true)`.execute(tx)
}
