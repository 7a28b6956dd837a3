import type { IndexedDbPort } from './disk/databaseOptions'
import { withDirectory } from './disk/directoryDatabase'

/** Body bytes. */
export interface DataUse {
  readonly up: number
  readonly down: number
}

/** Counts what this device sends and receives without a key, by the page or the service worker, for any account: many users pay for every megabyte. */
export interface ClosedUse {
  /** Adds to the count of a month. Never rejects: a failure to count must not disturb the sending. */
  add(month: string, more: DataUse): Promise<void>
  /** The count of a month; zero if the last count was for another month. */
  of(month: string): Promise<DataUse>
}

export function openClosedUse(port?: IndexedDbPort): ClosedUse {
  return {
    add: (month, more) => withDirectory(port, (db) => db.transaction('rw', db.closedUse, async () => {
      const { up = 0, down = 0 } = (await db.closedUse.get(month)) ?? {}
      await db.closedUse.clear()
      await db.closedUse.add({ month, up: up + more.up, down: down + more.down })
    })).catch(() => undefined),
    of: (month) => withDirectory(port, async (db) => {
      const { up = 0, down = 0 } = (await db.closedUse.get(month)) ?? {}
      return { up, down }
    }),
  }
}
