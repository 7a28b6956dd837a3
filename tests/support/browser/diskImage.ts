import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'

/** An empty storage of a phone, as a browser offers it. */
export const emptyDisk = () => ({ indexedDB: new IDBFactory(), IDBKeyRange })
export type Disk = ReturnType<typeof emptyDisk>

interface StoreImage {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[]
  /** Keys of the rows; only for stores without a key path. */
  readonly keys: readonly IDBValidKey[]
  readonly rows: readonly unknown[]
}

/** Everything on a disk, with its layout. */
export type DiskImage = readonly { readonly name: string; readonly version: number; readonly stores: readonly StoreImage[] }[]

const answered = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, failed) => {
  request.onsuccess = () => done(request.result)
  request.onerror = () => failed(request.error)
})

/** Copies a disk. Nothing may write to it meanwhile. */
export async function imageOf(disk: Disk): Promise<DiskImage> {
  const named = await disk.indexedDB.databases()
  return Promise.all(named.map(async ({ name = '', version = 1 }) => {
    const source = await answered(disk.indexedDB.open(name))
    const reading = source.transaction([...source.objectStoreNames])
    const stores = await Promise.all([...source.objectStoreNames].map((each) => storeImage(reading.objectStore(each))))
    source.close()
    return { name, version, stores }
  }))
}

async function storeImage(store: IDBObjectStore): Promise<StoreImage> {
  const indexes = [...store.indexNames].map((each) => store.index(each)).map(({ name, keyPath, unique, multiEntry }) => ({ name, keyPath, unique, multiEntry }))
  const [keys, rows] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())])
  return { name: store.name, keyPath: store.keyPath, indexes, keys: store.keyPath === null ? keys : [], rows }
}

/** A new disk with the content of the image. */
export async function diskFrom(image: DiskImage): Promise<Disk> {
  const disk = emptyDisk()
  for (const { name, version, stores } of image) {
    const opening = disk.indexedDB.open(name, version)
    opening.onupgradeneeded = () => stores.forEach((store) => layOut(opening.result, store))
    ;(await answered(opening)).close()
  }
  return disk
}

function layOut(database: IDBDatabase, { name, keyPath, indexes, keys, rows }: StoreImage): void {
  const store = database.createObjectStore(name, { keyPath })
  for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry })
  rows.forEach((row, at) => void (keyPath === null ? store.put(row, keys[at]) : store.put(row)))
}
