import type { Transaction } from 'kysely'
import type { Db } from '../database/connect'
import type { Database } from '../database/schema'

/** Reads everything from one snapshot, so that the "up to date at n" mark belongs to the rows (protocol rule 2). */
export async function inSnapshot<T>(db: Db, read: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}
