import type Dexie from 'dexie'
import { StorageError } from '../storageFailure'

/**
 * Puts rows, at most one a table, in a transaction of their own, by the database itself. What Dexie lays around a put costs a slow
 * phone more than the write, and these come with every key that is pressed. Resolves when they have reached the disk, all or none.
 *
 * @param demanded a row that must lie there by then
 * @returns false = it does not: nothing was written
 * @throws DOMException or DexieError as a transaction of Dexie's does; StorageError `storageLost` when the database is closed, or closes meanwhile
 */
export async function putRows(db: Dexie, rows: Readonly<Record<string, object>>, demanded: Demanded | null): Promise<boolean> {
  // Not opened here: what the browser closed `attempt` opens again, and what a lock closed stays closed.
  const opened = db.backendDB() as IDBDatabase | null
  if (!opened) throw new StorageError({ kind: 'storageLost' })
  const tables = Object.keys(rows)
  const transaction = opened.transaction([...tables, ...(demanded ? [demanded.table] : [])], 'readwrite', { durability: 'strict' })
  return new Promise((resolve, reject) => {
    let isPut = false
    const put = (): void => {
      try {
        for (const table of tables) transaction.objectStore(table).put(rows[table])
        isPut = true
      } catch (error) {
        reject(error)
        transaction.abort()
      }
    }
    transaction.oncomplete = () => resolve(isPut)
    transaction.onabort = () => reject(transaction.error ?? new StorageError({ kind: 'storageLost' }))
    if (!demanded) return put()
    const asked = transaction.objectStore(demanded.table).count(demanded.key)
    asked.onsuccess = () => {
      if (asked.result > 0) put()
    }
  })
}

interface Demanded {
  readonly table: string
  readonly key: string
}
