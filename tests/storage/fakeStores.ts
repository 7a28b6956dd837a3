import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb'
import { vi } from 'vitest'

/** The classes behind the fake IndexedDB, for tests that break the disk. */
export { IDBObjectStore as FDBObjectStore, IDBTransaction as FDBTransaction } from 'fake-indexeddb'
export { forceCloseDatabase } from 'fake-indexeddb'

/** The disk has no room for one byte more, until mocks are restored. */
export function fillDisk(): void {
  vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
}
