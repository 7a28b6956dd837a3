import { sql, type Transaction } from 'kysely'
import type { Db } from '../../src/server/database/connect'
import type { Database } from '../../src/server/database/schema'

/** Runs `first` in a transaction that is committed only when `second` waits for its lock or has ended. @returns the result of `second` */
export async function beforeCommit<T>(db: Db, first: (tx: Transaction<Database>) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let isThrough = false
  const later = await db.transaction().execute(async (tx) => {
    await first(tx)
    const promise = second().finally(() => (isThrough = true))
    while (!isThrough && !(await isSomebodyWaiting(db))) await sql`select 1`.execute(db)
    // Wrapped in an object, so that the transaction does not await it.
    return { promise }
  })
  return later.promise
}

/** Waits until a session of this database waits for a lock that another one holds. */
export async function untilSomebodyWaits(db: Db): Promise<void> {
  while (!(await isSomebodyWaiting(db))) await sql`select 1`.execute(db)
}

async function isSomebodyWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}
