import { FDBObjectStore, forceCloseDatabase } from '../storage/fakeStores'
import { diskFrom, imageOf, type Disk } from '../support/browser/diskImage'

/** All that is on a disk, as a backup of the phone would have it. Nobody may be writing meanwhile. */
export const copyOf = async (disk: Disk): Promise<Disk> => diskFrom(await imageOf(disk))

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
