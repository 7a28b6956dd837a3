import type { Transaction } from 'kysely'
import type { Db } from '../database/connect'
import type { Database } from '../database/schema'

/** Reads everything from one snapshot, so that the change number of a page belongs to its rows (S2). */
export async function inSnapshot<T>(db: Db, read: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
