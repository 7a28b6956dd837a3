import Dexie, { type DexieOptions } from 'dexie'

/** The IndexedDB to use; absent = the browser's own. Tests give a fresh one each. */
export interface IndexedDbPort {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/** Opened with strict durability: an answered write has reached the disk, also when the battery dies. */
export function openDexie(name: string, port: IndexedDbPort | undefined): Dexie {
  const options: DexieOptions = { chromeTransactionDurability: 'strict', ...(port ? { indexedDB: port.indexedDB, IDBKeyRange: port.IDBKeyRange } : {}) }
  return new Dexie(name, options)
}
