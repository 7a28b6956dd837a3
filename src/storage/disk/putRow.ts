import type Dexie from 'dexie'
import { StorageError } from '../storageFailure'

/**
 * Puts one row, in a transaction of its own, by the database itself. What Dexie lays around a put costs a slow phone more than the
 * write, and this one comes with every key that is pressed. Resolves when the row has reached the disk.
 *
 * @throws DOMException or DexieError as a put of Dexie's does; StorageError `storageLost` when the database closes at that moment
 */
export async function putRow(db: Dexie, table: string, row: object): Promise<void> {
  // As Dexie does: a database that the browser closed is opened again.
  if (!db.isOpen()) await db.open()
  const opened = db.backendDB() as IDBDatabase | null
  if (!opened) throw new StorageError({ kind: 'storageLost' })
  const transaction = opened.transaction(table, 'readwrite', { durability: 'strict' })
  transaction.objectStore(table).put(row)
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new StorageError({ kind: 'storageLost' }))
  })
}
