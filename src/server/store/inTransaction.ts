import type { Transaction } from 'kysely'
import type { Db } from '../database/connect'
import { takeTime } from '../database/limits'
import type { Database } from '../database/schema'

const TRIES = 6
/** unique_violation (two devices made the same record at once), deadlock_detected, serialization_failure: worth another try. */
const AGAIN = new Set(['23505', '40P01', '40001'])

/**
 * Runs a unit of work in a transaction, and runs it again if another transaction interfered. So the work must itself read everything it decides on.
 * @param pace `atLeisure` = a whole list, for which a statement may take minutes
 * @throws what the work throws; the database's error after six tries
 */
export async function inTransaction<T>(db: Db, work: (tx: Transaction<Database>) => Promise<T>, pace: 'swift' | 'atLeisure' = 'swift'): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(async (tx) => {
        if (pace === 'atLeisure') await takeTime(tx)
        return work(tx)
      })
    } catch (error) {
      if (attempt === TRIES || !AGAIN.has(codeOf(error))) throw error
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
