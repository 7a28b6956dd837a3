import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { FDBObjectStore, forceCloseDatabase } from '../storage/fakeStores'

/** A phone's storage as a browser offers it. */
export const emptyDisk = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })
export type SimDisk = ReturnType<typeof emptyDisk>

const answered = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result)
  request.onerror = () => failed(request.error)
})

/** All that is on a disk, as a backup of the phone would have it. Nobody may be writing meanwhile. */
export async function copyOf(disk: SimDisk): Promise<SimDisk> {
  const copy = emptyDisk()
  for (const { name, version } of await disk.indexedDB.databases()) await copyDatabase(disk, copy, name!, version!)
  return copy
}

async function copyDatabase(from: SimDisk, to: SimDisk, name: string, version: number): Promise<void> {
  const source = await answered(from.indexedDB.open(name))
  const reading = source.transaction([...source.objectStoreNames])
  const contents = await Promise.all([...source.objectStoreNames].map(async (each) => {
    const store = reading.objectStore(each)
    const indexes = [...store.indexNames].map((index) => store.index(index))
    const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())])
    return { store, indexes, keys, values }
  }))
  const opening = to.indexedDB.open(name, version)
  opening.onupgradeneeded = () => {
    for (const { store, indexes, keys, values } of contents) {
      const made = opening.result.createObjectStore(store.name, { keyPath: store.keyPath, autoIncrement: store.autoIncrement })
      for (const index of indexes) made.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry })
      values.forEach((value, at) => void (store.keyPath === null ? made.put(value, keys[at]) : made.put(value)))
    }
  }
  ;(await answered(opening)).close()
  source.close()
}

/** What may happen at a write: no room from here on, the browser closes the database under it, the app is killed in the middle of it. */
export const diskTroubles = ['diskFull', 'handleClosed', 'killedWriting'] as const
export type DiskTrouble = (typeof diskTroubles)[number]

export interface TroubledWork<T> {
  readonly trouble: DiskTrouble
  /** Writes that still go well. */
  readonly after: number
  readonly work: () => Promise<T>
  /** Called in the middle of the write that does not go well, the first time. */
  readonly onTrouble: () => void
}

/** Does the work on a disk that goes wrong at one of its writes, if there are so many. Only one phone may be at work meanwhile. */
export async function onBadDisk<T>({ trouble, after, work, onTrouble }: TroubledWork<T>): Promise<T> {
  const put = FDBObjectStore.prototype.put
  let left = after
  FDBObjectStore.prototype.put = function (this: IDBObjectStore, ...row) {
    left -= 1
    if (left === -1) onTrouble()
    if (left < 0 && trouble === 'diskFull') throw new DOMException('no room', 'QuotaExceededError')
    const request = put.apply(this, row)
    if (left === -1 && trouble === 'handleClosed') forceCloseDatabase(this.transaction.db as never)
    if (left === -1 || (left < 0 && trouble === 'killedWriting')) this.transaction.abort()
    return request
  }
  try {
    return await work()
  } finally {
    FDBObjectStore.prototype.put = put
  }
}
