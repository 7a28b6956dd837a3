import type Dexie from 'dexie'
import { StorageError } from '../storageFailure'

/**
 * Puts rows, at most one per table, in one transaction, directly through IndexedDB. On a slow phone Dexie's overhead costs more than the write itself, and
 * this runs with every keystroke. Resolves when all rows have reached the disk; otherwise none has.
 *
 * @param demands what must be true of other rows, or of the rows before they are put, at that moment
 * @returns false = one of the demands was not met, so nothing was written
 * @throws DOMException or DexieError, as a Dexie transaction does; StorageError `storageLost` if the database is closed, or closes in the meantime
 */
export async function putRows(db: Dexie, rows: Readonly<Record<string, object>>, demands: readonly Demand[]): Promise<boolean> {
  // Do not open it here: if the browser closed it, `attempt` opens it again; if a lock closed it, it must stay closed.
  const opened = db.backendDB() as IDBDatabase | null
  if (!opened) throw new StorageError({ kind: 'storageLost' })
  const tables = Object.keys(rows)
  const transaction = opened.transaction([...new Set([...tables, ...demands.map(({ table }) => table)])], 'readwrite', { durability: 'strict' })
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
    let left = demands.length
    if (left === 0) return put()
    for (const { table, key, isMet } of demands) {
      const asked = transaction.objectStore(table).get(key)
      asked.onsuccess = () => {
        if (isMet(asked.result) && --left === 0) put()
      }
    }
  })
}

interface Demand {
  readonly table: string
  readonly key: string
  /** @param row the row as stored; `undefined` = there is none */
  readonly isMet: (row: unknown) => boolean
}
