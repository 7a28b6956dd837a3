import type { IndexedDbPort } from './disk/databaseOptions'
import { withDirectory } from './disk/directoryDatabase'

/** Bytes of bodies. */
export interface DataUse {
  readonly up: number
  readonly down: number
}

/** What this device sends and receives without a key, by the page or the service worker, whoever's it is: many pay for every megabyte. */
export interface ClosedUse {
  /** Never rejects: what cannot be counted has gone all the same. */
  add(month: string, more: DataUse): Promise<void>
  /** Nothing where another month was counted last. */
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
