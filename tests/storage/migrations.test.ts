import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { accountDatabase } from '../../src/storage/disk/accountDatabase'
import { openSealedQueue } from '../../src/storage/queues/sealedQueue'
import { directoryDatabase } from '../../src/storage/disk/directoryDatabase'

/*
 * Databases as released versions of the app left them on a disk. A line here is never changed: phones in the field have them.
 */

const account1 = {
  records: 'id, [commune+hamlet]', cards: 'bucket', drafts: 'id', outbox: '[device+counter], [device+state+counter], record, commune',
  sealed: '[device+counter]', state: 'key', counters: 'device',
}
const accounts: readonly (readonly [version: number, stores: Record<string, string>])[] = [
  [1, account1],
  [2, { ...account1, kept: '[device+counter], until' }],
  [3, { ...account1, kept: '[device+counter], until, row.record' }],
  [4, { ...account1, kept: '[device+counter], until, row.record', photos: '[record+hash], hash, commune', photoBytes: '[record+hash]' }],
  [5, { ...account1, kept: '[device+counter], until, row.record', photos: '[record+hash], hash, commune', photoBytes: '[record+hash]', devices: 'device' }],
  [6, { ...account1, kept: '[device+counter], until, row.record', photos: '[record+hash], hash, commune', photoBytes: '[record+hash]', devices: 'device', sealedDrafts: '[device+record]' }],
  [7, { ...account1, kept: '[device+counter], until, row.record', photos: '[record+hash], hash, commune', photoBytes: '[record+hash]', devices: 'device', sealedDrafts: '[device+record]', sealedPhotos: 'id', sealedBytes: 'id' }],
]
const blob = new Uint8Array([1, 2, 3])
const row = { device: 'd', counter: 7, commune: '22810', hamlet: 'h', record: 'r', state: 'waiting', sent: 0, version: 0, rev: 1, blob }
const envelope = { device: 'd', counter: 7, commune: '22810', keyId: 'k', sealed: 'AAAA' }

describe.each(accounts)('a book left by version %d of its database', (version, stores) => {
  it('opens with everything that was in it', async () => {
    const port = { indexedDB: new IDBFactory(), IDBKeyRange }
    const old = new Dexie('sothon-u', port)
    old.version(version).stores(stores)
    await old.table('drafts').put({ id: 'r', blob })
    await old.table('outbox').put(row)
    await old.table('sealed').put(envelope)
    await old.table('counters').put({ device: 'd', last: 7 })
    if (stores.kept) await old.table('kept').put({ device: 'd', counter: 6, until: 9, row: { ...row, counter: 6 } })
    old.close()

    const db = accountDatabase('u', port)

    expect([await db.drafts.get('r'), await db.outbox.get(['d', 7]), await db.sealed.toArray(), await db.counters.get('d')]).toEqual([{ id: 'r', blob }, row, [envelope], { device: 'd', last: 7 }])
    expect((await db.kept.where('row.record').equals('r').toArray()).map(({ counter }) => counter)).toEqual(stores.kept ? [6] : [])
    db.close()
  })
})

describe.each([[1, { accounts: 'userId' }], [2, { accounts: 'userId', carried: '[device+counter], refused' }], [3, { accounts: 'userId', carried: '[device+counter], refused', erased: 'userId' }], [4, { accounts: 'userId', carried: '[device+counter], refused', erased: 'userId', closedUse: 'month' }], [5, { accounts: 'userId', carried: '[device+counter], refused', erased: 'userId', closedUse: 'month', carriedDrafts: '[device+record+sealed], refused' }]])('a directory left by version %d', (version, stores) => {
  it('opens with its accounts, and the sealed queue of each is found', async () => {
    const port = { indexedDB: new IDBFactory(), IDBKeyRange }
    const old = new Dexie('sothon', port)
    old.version(version).stores(stores)
    await old.table('accounts').put({ userId: 'u', username: 'lan' })
    old.close()
    const book = accountDatabase('u', port)
    await book.sealed.put(envelope)
    book.close()

    const directory = directoryDatabase(port)

    expect([await directory.accounts.toCollection().primaryKeys(), await directory.carried.count() + await directory.carriedDrafts.count(), await openSealedQueue(port).count()]).toEqual([['u'], 0, 1])
    directory.close()
  })
})
