import type { AccountDatabase, OutboxRow } from '../disk/accountDatabase'
import { withStore } from '../disk/accountStore'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { withAccounts } from '../disk/directoryDatabase'
import type { Envelope, EnvelopeName } from '../../protocol/messages'

/** Sealed envelopes to be sent to the server. Needs no key: they can be sent or handed to a courier while the book is closed. */
export interface SealedQueue {
  /** Returns envelopes to send and freezes their operations: what somebody may have seen must not change (S13). */
  envelopes(limit: number): Promise<readonly Envelope[]>
  dropReceived(received: readonly EnvelopeName[]): Promise<void>
  /** The server cannot read these. A queue that implements this does not offer them again. */
  setAsideUnreadable?(unreadable: readonly EnvelopeName[]): Promise<void>
}

/** The sealed envelopes of all accounts on this device. Needs no key and no passphrase: the service worker sends them while the book is closed. */
export function openSealedQueue(port?: IndexedDbPort): SealedQueue & { count(): Promise<number> } {
  return {
    async count() {
      const counts = await withAccounts(port, (userId) => withStore(userId, port, (db) => db.sealed.count()))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    async envelopes(limit) {
      const found: Envelope[] = []
      await withAccounts(port, async (userId) => {
        if (found.length < limit) found.push(...(await withStore(userId, port, (db) => takeOut(db, limit - found.length))))
      })
      return found
    },
    async dropReceived(received) {
      const keys = received.map(({ device, counter }): [string, number] => [device, counter])
      await withAccounts(port, (userId) => withStore(userId, port, (db) => db.sealed.bulkDelete(keys)))
    },
  }
}

/** Reads envelopes to send and freezes their operations: what the server may have seen must not change (S13). */
async function takeOut(db: AccountDatabase, limit: number): Promise<readonly Envelope[]> {
  return db.transaction('rw', db.sealed, db.outbox, async () => {
    const rows = await db.sealed.limit(limit).toArray()
    const outbox = await db.outbox.bulkGet(rows.map(({ device, counter }): [string, number] => [device, counter]))
    const fresh = outbox.filter((row) => row?.sent === 0) as OutboxRow[]
    await db.outbox.bulkPut(fresh.map((row) => ({ ...row, sent: 1 as const, rev: row.rev + 1 })))
    return rows
  })
}
