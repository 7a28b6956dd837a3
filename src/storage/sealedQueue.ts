import type { AccountDatabase, OutboxRow } from './disk/accountDatabase'
import { withStore } from './disk/accountStore'
import type { IndexedDbPort } from './disk/databaseOptions'
import { withDirectory } from './disk/directoryDatabase'
import type { SealedQueue } from './ledger'
import type { Envelope } from '../protocol/messages'

/**
 * The sealed envelopes of all accounts of this device. Needs no key and no passphrase: the service worker sends it while
 * the book is closed.
 */
export function openSealedQueue(port?: IndexedDbPort): SealedQueue & { count(): Promise<number> } {
  return {
    async count() {
      let sum = 0
      for (const userId of await accounts(port)) sum += await withStore(userId, port, (db) => db.sealed.count())
      return sum
    },
    async envelopes(limit) {
      const found: Envelope[] = []
      for (const userId of await accounts(port)) {
        if (found.length < limit) found.push(...(await withStore(userId, port, (db) => takeOut(db, limit - found.length))))
      }
      return found
    },
    async dropReceived(received) {
      const keys = received.map(({ device, counter }): [string, number] => [device, counter])
      for (const userId of await accounts(port)) await withStore(userId, port, (db) => db.sealed.bulkDelete(keys))
    },
  }
}

/** Reads envelopes to send. From here on their operations are frozen: what the server may have seen must not change. */
async function takeOut(db: AccountDatabase, limit: number): Promise<readonly Envelope[]> {
  return db.transaction('rw', db.sealed, db.outbox, async () => {
    const rows = await db.sealed.limit(limit).toArray()
    const outbox = await db.outbox.bulkGet(rows.map(({ device, counter }): [string, number] => [device, counter]))
    const fresh = outbox.filter((row) => row?.sent === 0) as OutboxRow[]
    await db.outbox.bulkPut(fresh.map((row) => ({ ...row, sent: 1 as const, rev: row.rev + 1 })))
    return rows
  })
}

function accounts(port: IndexedDbPort | undefined): Promise<readonly string[]> {
  return withDirectory(port, (directory) => directory.accounts.toCollection().primaryKeys())
}
