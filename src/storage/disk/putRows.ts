import type Dexie from 'dexie'
import { StorageError } from '../storageFailure'

/**
 * Puts rows, at most one per table, in one transaction, directly through IndexedDB. On a slow phone Dexie's overhead costs more than the write itself, and
 * this runs with every keystroke. Resolves when all rows have reached the disk; otherwise none has.
 *
 * @param demanded a row that must exist at that moment
 * @returns false = it does not exist, so nothing was written
 * @throws DOMException or DexieError, as a Dexie transaction does; StorageError `storageLost` if the database is closed, or closes in the meantime
 */
export async function putRows(db: Dexie, rows: Readonly<Record<string, object>>, demanded: Demanded | null): Promise<boolean> {
  // Do not open it here: if the browser closed it, `attempt` opens it again; if a lock closed it, it must stay closed.
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
