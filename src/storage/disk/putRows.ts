import type Dexie from 'dexie'
import { StorageError } from '../storageFailure'

/**
 * Puts rows, at most one a table, in a transaction of their own, by the database itself. What Dexie lays around a put costs a slow
 * phone more than the write, and these come with every key that is pressed. Resolves when they have reached the disk, all or none.
 *
 * @throws DOMException or DexieError as a transaction of Dexie's does; StorageError `storageLost` when the database is closed, or closes meanwhile
 */
export async function putRows(db: Dexie, rows: Readonly<Record<string, object>>): Promise<void> {
  // Not opened here: what the browser closed `attempt` opens again, and what a lock closed stays closed.
  const opened = db.backendDB() as IDBDatabase | null
  if (!opened) throw new StorageError({ kind: 'storageLost' })
  const tables = Object.keys(rows)
  const transaction = opened.transaction(tables, 'readwrite', { durability: 'strict' })
  const written = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new StorageError({ kind: 'storageLost' }))
  })
  for (const table of tables) transaction.objectStore(table).put(rows[table])
  await written
}
