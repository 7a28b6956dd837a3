import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromBase64url } from '../../../src/protocol/base64url'
import { openParts, photoSecretKey, unwrapPhotoKey } from '../../../src/protocol/sealing/photoSeal'
import type { SealedPhotoHead } from '../../../src/protocol/sealing/sealedPhotos'
import { cipherWith } from '../../../src/storage/keys/cipher'
import { accountDatabase } from '../../../src/storage/disk/accountDatabase'
import { withDirectory } from '../../../src/storage/disk/directoryDatabase'
import { argon2With } from '../../../src/storage/keys/argon2'
import { dataKeyOf, unwrapMaster } from '../../../src/storage/keys/masterSecret'
import type { Ledger } from '../../../src/storage/ledger'
import { openOwnDevices } from '../../../src/storage/ownDevices'
import { openSealedPhotos } from '../../../src/storage/queues/sealedPhotoQueue'
import { closedPhone, COMMUNE, DEVICE, deviceWorld, draft, id, PASSPHRASE, SECRET, spoilPhoto, USER, type DeviceWorld } from '../deviceWorld'

const NEW_DEVICE = '0190a000-0000-7000-8000-00000000d002'
const revoked = { revoked: [DEVICE], devices: [{ device: DEVICE, last: 0, untaken: 0 }] }
const photo = (seed: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 70_000 }, (_, at) => (at * 7 + seed) % 251)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')
const queueOf = (world: DeviceWorld) => openSealedPhotos(() => true, world.indexedDb)
const keep = (ledger: Ledger, n: number) => ledger.photos.keep({ commune: COMMUNE, record: id(n), bytes: photo(n) })

/** As the server reads it. */
async function read(world: DeviceWorld, head: SealedPhotoHead, secret = SECRET): Promise<Uint8Array | 'unreadable'> {
  const { key, ...place } = head
  const parts = (await queueOf(world).parts(head, 0, 99)).map((part) => fromBase64url(part)!)
  try {
    return await openParts(await unwrapPhotoKey(await photoSecretKey(secret), place, fromBase64url(key)!), place, 0, parts)
  } catch {
    return 'unreadable'
  }
}
async function withDatabase<T>(world: DeviceWorld, work: (db: ReturnType<typeof accountDatabase>) => PromiseLike<T>): Promise<T> {
  const db = accountDatabase(USER, world.indexedDb)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}
async function begunAnew(world: DeviceWorld): Promise<Ledger> {
  const fresh = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: NEW_DEVICE })] })
  if (!fresh.ok) throw new Error('no new book')
  return fresh.value
}

describe('a photo beside the book', () => {
  it('[S44] outlives a forgotten passphrase, and only the server reads it', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    expect([await queueOf(world).photos(), (await world.vaults.list())[0]?.sealedPhotos, (await world.vaults.lossesOf(USER)).photos]).toEqual([[], 1, 0])

    await world.vaults.forget(USER)

    const [head] = await queueOf(world).photos()
    expect(head).toMatchObject({ device: DEVICE, commune: COMMUNE, record: id(1), hash: hashOf(photo(1)), size: 70_000 })
    expect([await read(world, head!), await read(world, head!, 'AAAA')]).toEqual([photo(1), 'unreadable'])
  })

  it('[S44] lies on the disk once', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))

    const [blobs, old] = await withDatabase(world, async (db) => [await db.sealedBytes.toArray(), await db.photoBytes.count()] as const)

    expect([blobs.map(({ blob }) => blob.length < 70_200), old]).toEqual([[true], 0])
  })

  it('[S44] goes only over a line that its account lets it use', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    await world.vaults.forget(USER)

    expect(await openSealedPhotos((userId) => userId !== USER, world.indexedDb).photos()).toEqual([])
  })

  it('[S44] that was handed in leaves nothing of a forgotten account on the phone', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    await world.vaults.forget(USER)

    await queueOf(world).dropReceived((await queueOf(world).photos())[0]!)

    await world.vaults.list()
    expect((await world.indexedDb.indexedDB.databases()).map(({ name }) => name)).toEqual(['sothon'])
  })

  it('[S33] that is spoilt is told to be lost and not to wait, is not handed in, and goes with the book that is forgotten', async () => {
    const world = await closedPhone(async (ledger, made) => {
      await keep(ledger, 1)
      await spoilPhoto(made, id(1), hashOf(photo(1)))
      await ledger.photos.bytes(hashOf(photo(1)))
    })
    expect([(await world.vaults.list())[0]?.sealedPhotos, (await world.vaults.lossesOf(USER)).photos]).toEqual([0, 1])
    const own = openOwnDevices({ port: world.indexedDb, locks: world.locks })
    expect([await own.take(USER, revoked), await queueOf(world).photos()]).toEqual(['revoked', []])

    await world.vaults.forget(USER)

    expect((await world.indexedDb.indexedDB.databases()).map(({ name }) => name)).toEqual(['sothon'])
  })

  it('[S44] keeps the new book of the account apart, which has the same photo, and is told there to wait', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    await world.vaults.forget(USER)
    const ledger = await begunAnew(world)
    await keep(ledger, 1)
    await ledger.saveDraft(draft(id(1), {}))

    await ledger.discardDraft(draft(id(1), {}))

    expect((await ledger.photos.waiting()).map(({ hash, keptAt }) => [hash, keptAt])).toEqual([[hashOf(photo(1)), undefined]])
    expect(await read(world, (await queueOf(world).photos())[0]!)).toEqual(photo(1))
  })

  it('[S44] that was handed in is looked for again by the screens of an open book', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    await world.vaults.forget(USER)
    const ledger = await begunAnew(world)
    const [head] = await queueOf(world).photos()
    const told = new Promise<void>((done) => { ledger.subscribe(done) })

    await queueOf(world).dropReceived(head!)

    await told
    expect(await ledger.photos.waiting()).toEqual([])
  })

  it('[S44] of a revoked device is handed in, leaves its book then, and lets it be erased', async () => {
    const world = await closedPhone((ledger) => keep(ledger, 1))
    const own = openOwnDevices({ port: world.indexedDb, locks: world.locks })
    expect(await own.take(USER, revoked)).toBe('revoked')

    const [head] = await queueOf(world).photos()
    expect(await read(world, head!)).toEqual(photo(1))
    await queueOf(world).dropReceived(head!)

    expect(await own.take(USER, revoked)).toBe('erased')
  })

  it.each<readonly [string, (ledger: Ledger, world: DeviceWorld) => Promise<unknown>]>([
    ['took another id', (ledger, world) => ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)],
    ['was enrolled again', async (ledger, world) => {
      ledger.lock()
      ;(await begunAnew(world)).lock()
    }],
  ])('[S44] goes on under the new name of a book that %s', async (_how, rename) => {
    const world = await closedPhone(async (ledger, made) => {
      await keep(ledger, 1)
      await rename(ledger, made)
    })
    expect(await queueOf(world).photos()).toEqual([])
    expect(await (await world.unlock()).photos.bytes(hashOf(photo(1)))).toEqual(photo(1))

    await world.vaults.forget(USER)

    const [head] = await queueOf(world).photos()
    expect([head?.device, await read(world, head!)]).toEqual([NEW_DEVICE, photo(1)])
  })

  it('[S44] taken while its book takes another id lies under that one', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const device = NEW_DEVICE.slice(0, -1) + String(n)
      const renewing = ledger.outbox.renew(world.enrolment({ device }), false)
      for (let waited = 0; waited < n; waited += 1) await withDatabase(world, (db) => db.devices.count())
      await Promise.all([keep(ledger, n), renewing])
    }

    expect(await queueOf(world).photos()).toEqual([])
    expect(await withDatabase(world, async (db) => new Set((await db.sealedPhotos.toArray()).map(({ device }) => device)))).toEqual(new Set([NEW_DEVICE.slice(0, -1) + '6']))
  })
})

describe('a photo from an earlier version of the app', () => {
  /** As that version wrote it: under the book's key alone. */
  async function before(n: number, spoil = false) {
    const world = await closedPhone((ledger) => keep(ledger, n))
    const account = await withDirectory(world.indexedDb, (directory) => directory.accounts.get(USER))
    const master = (await unwrapMaster(account!.passphrase!, argon2With(undefined), PASSPHRASE))!
    const blob = await cipherWith(await dataKeyOf(master), (count) => crypto.getRandomValues(new Uint8Array(count))).sealBytes(`photos|${id(n)}|${hashOf(photo(n))}`, photo(n))
    if (spoil) blob[20]! ^= 1
    await withDatabase(world, async (db) => {
      await Promise.all([db.sealedPhotos.clear(), db.sealedBytes.clear()])
      await db.photos.toCollection().modify((row: { sealed?: string }) => { delete row.sealed })
      await db.photoBytes.put({ record: id(n), hash: hashOf(photo(n)), blob })
    })
    return world
  }

  it('[S44] is sealed when the book is opened next, and is told to be lost before', async () => {
    const world = await before(1)
    expect((await world.vaults.lossesOf(USER)).photos).toBe(1)

    const ledger = await world.unlock()

    expect([(await world.vaults.lossesOf(USER)).photos, await withDatabase(world, (db) => db.photoBytes.count()), await ledger.photos.bytes(hashOf(photo(1)))]).toEqual([0, 0, photo(1)])
    ledger.lock()
    await world.vaults.forget(USER)
    expect(await read(world, (await queueOf(world).photos())[0]!)).toEqual(photo(1))
  })

  it('[S33] that is spoilt is told, and keeps the book from nothing', async () => {
    const world = await before(1, true)

    const ledger = await world.unlock()

    expect([(await ledger.photos.waiting()).map(({ isSpoilt }) => isSpoilt), (await world.vaults.lossesOf(USER)).photos]).toEqual([[true], 1])
  })
})
