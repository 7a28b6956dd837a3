import Dexie, { type DexieOptions } from 'dexie'

/** The IndexedDB to use; absent = the browser's own. Tests pass a fresh one each. */
export interface IndexedDbPort {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/** Opens with strict durability: a completed write has reached the disk, even if the battery then dies. */
export function openDexie(name: string, port: IndexedDbPort | undefined): Dexie {
  const options: DexieOptions = { chromeTransactionDurability: 'strict', ...(port ? { indexedDB: port.indexedDB, IDBKeyRange: port.IDBKeyRange } : {}) }
  return new Dexie(name, options)
}
