/** The classes behind the fake IndexedDB, for tests that break the disk. */
export { IDBObjectStore as FDBObjectStore, IDBTransaction as FDBTransaction } from 'fake-indexeddb'
export { forceCloseDatabase } from 'fake-indexeddb'
