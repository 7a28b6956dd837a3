import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../../src/protocol/base64url'
import { draftKey, openSealedDraft } from '../../../src/protocol/sealing/draftSeal'
import type { SealedDraft } from '../../../src/protocol/sealing/sealedDrafts'
import { openCarriedQueue } from '../../../src/storage/queues/carriedQueue'
import { openCourier } from '../../../src/storage/courier'
import { accountDatabase } from '../../../src/storage/disk/accountDatabase'
import type { Ledger } from '../../../src/storage/ledger'
import { openOwnDevices } from '../../../src/storage/ownDevices'
import { openSealedDrafts } from '../../../src/storage/queues/sealedDraftQueue'
import { closedPhone, COMMUNE, DEVICE, deviceWorld, draft, household, id, page, registered, SECRET, USER, type DeviceWorld } from '../deviceWorld'

const NEW_DEVICE = '0190a000-0000-7000-8000-00000000d002'
const typed = draft(id(1), { headName: 'Lò Thị Ban' })
const revoked = { revoked: [DEVICE], devices: [{ device: DEVICE, last: 0, untaken: 0 }] }
const queueOf = (world: DeviceWorld) => openSealedDrafts(world.indexedDb)

const forgotten = async (work: Parameters<typeof closedPhone>[0] = (ledger) => ledger.saveDraft(typed)) => {
  const world = await closedPhone(work)
  await world.vaults.forget(USER)
  return world
}
/** As the server reads them. */
const read = async (drafts: readonly SealedDraft[], secret = SECRET) =>
  Promise.all(drafts.map(async (sealed) => {
    const opened = await openSealedDraft(await draftKey(secret), sealed)
    return opened.ok ? opened.value : opened.error
  }))
/** Rescue files of one phone, and what its draft was in each: the second was made after more was typed. */
async function twoFiles() {
  const drafts = [typed, { ...typed, answers: { headName: 'Lò Thị Bân' }, savedAt: '2026-11-25T09:00:00.000Z' }]
  const files: string[] = []
  await closedPhone(async (ledger, world) => {
    for (const each of drafts) {
      await ledger.saveDraft(each)
      const written = await openCourier(world.indexedDb).writeFile()
      if (written.ok) files.push(written.value.text)
    }
  })
  return { drafts, files }
}
/** Another book of the same account on the same phone: what was forgotten is not in it. */
async function begunAnew(world: DeviceWorld, device = NEW_DEVICE): Promise<Ledger> {
  const fresh = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device })] })
  if (!fresh.ok) throw new Error('no new book')
  return fresh.value
}
async function withDatabase<T>(world: DeviceWorld, work: (db: ReturnType<typeof accountDatabase>) => PromiseLike<T>): Promise<T> {
  const db = accountDatabase(USER, world.indexedDb)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

describe('a draft beside the book', () => {
  it('[S42] outlives a forgotten passphrase as it was typed last, and only the server reads it', async () => {
    const world = await forgotten(async (ledger) => {
      await ledger.saveDraft(draft(id(1), { headName: 'Lò' }))
      await ledger.saveDraft(typed)
    })

    const drafts = await queueOf(world).drafts(10)

    expect(await read(drafts)).toEqual([typed])
    expect(await read(drafts, 'AAAA')).toEqual(['unreadable'])
    expect(JSON.stringify(drafts)).not.toContain('Thị Ban')
    expect(await world.vaults.list()).toEqual([])
  })

  it('[S42] is not handed in while its book goes on', async () => {
    const world = await closedPhone((ledger) => ledger.saveDraft(typed))

    expect(await queueOf(world).drafts(10)).toEqual([])
    expect([(await world.vaults.list())[0]?.sealedDrafts, (await world.vaults.lossesOf(USER)).drafts]).toEqual([1, 0])
  })

  it.each<readonly [string, (ledger: Ledger) => Promise<unknown>]>([
    ['sent', (ledger) => ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))],
    ['sent with nothing new in it', async (ledger) => {
      await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))
      await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
    }],
    ['thrown away', (ledger) => ledger.discardDraft(typed)],
  ])('[S42] is gone once it was %s', async (_how, end) => {
    const world = await forgotten(async (ledger) => {
      await ledger.saveDraft(typed)
      await end(ledger)
    })

    expect(await queueOf(world).drafts(10)).toEqual([])
  })

  it('is there again when throwing it away was taken back', async () => {
    const world = await forgotten(async (ledger) => {
      const back = await ledger.discardDraft(typed)
      if (back.ok) await back.value()
    })

    expect(await read(await queueOf(world).drafts(10))).toEqual([typed])
  })

  it('[S42] of an earlier version of the app is sealed when the book is opened next, and is told to be lost before', async () => {
    const world = await closedPhone((ledger) => ledger.saveDraft(typed))
    await withDatabase(world, (db) => db.sealedDrafts.clear())
    expect((await world.vaults.lossesOf(USER)).drafts).toBe(1)

    ;(await world.unlock()).lock()

    expect((await world.vaults.lossesOf(USER)).drafts).toBe(0)
    await world.vaults.forget(USER)
    expect(await read(await queueOf(world).drafts(10))).toEqual([typed])
  })

  it('[S42] that a window still on an earlier version of the app ended is gone when the book is opened next; one of a book before stays', async () => {
    const world = await forgotten()
    const ledger = await begunAnew(world)
    await ledger.saveDraft({ ...typed, answers: { headName: 'Bân' } })
    ledger.lock()
    await withDatabase(world, (db) => db.drafts.clear())

    ;(await world.unlock()).lock()

    await world.vaults.forget(USER)
    const drafts = await queueOf(world).drafts(10)
    expect([drafts.map(({ device }) => device), await read(drafts)]).toEqual([[DEVICE], [typed]])
  })

  it('[S42] lies under one name at every moment while its book takes another id', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    for (let n = 1; n <= 20; n += 1) await ledger.saveDraft(draft(id(n), { headName: 'Lò' }))
    let isRenewed = false
    const renewing = ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false).then(() => { isRenewed = true })

    const seen = new Set<string>()
    await withDatabase(world, async (db) => {
      while (!isRenewed) seen.add(await db.transaction('r', db.devices, db.sealedDrafts, async () => `${String(await db.devices.toCollection().primaryKeys())}: ${String([...new Set((await db.sealedDrafts.toArray()).map(({ device }) => device))])}`))
    })
    await renewing

    expect([...seen].filter((each) => ![DEVICE, NEW_DEVICE].some((device) => each === `${device}: ${device}`))).toEqual([])
  })

  it('[S42] lies there as it was typed last when a key was pressed while its book took another id', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const moments = Array.from({ length: 16 }, (_, n) => n)

    const stale: number[] = []
    for (const n of moments) {
      const device = NEW_DEVICE.slice(0, -2) + String(n + 10)
      const last = { ...typed, answers: { headName: `Lò ${n}` } }
      await ledger.saveDraft(typed)
      const renewing = ledger.outbox.renew(world.enrolment({ device }), false)
      for (let waited = 0; waited < n; waited += 1) await withDatabase(world, (db) => db.devices.count())
      await Promise.all([ledger.saveDraft(last), renewing])
      const rows = await withDatabase(world, (db) => db.sealedDrafts.toArray())
      const [draft] = await read(rows.map((row) => ({ ...row, sealed: toBase64url(row.blob) })))
      if (rows.length !== 1 || rows[0]?.device !== device || JSON.stringify(draft) !== JSON.stringify(last)) stale.push(n)
    }

    expect(stale).toEqual([])
  })

  it.each<readonly [string, (ledger: Ledger, world: DeviceWorld) => Promise<unknown>]>([
    ['took another id', (ledger, world) => ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)],
    ['was enrolled again', async (ledger, world) => {
      ledger.lock()
      await begunAnew(world)
    }],
  ])('goes on under the new name of a book that %s', async (_how, rename) => {
    const world = await closedPhone(async (ledger, made) => {
      await ledger.saveDraft(typed)
      await rename(ledger, made)
    })
    expect(await queueOf(world).drafts(10)).toEqual([])

    await world.vaults.forget(USER)

    const drafts = await queueOf(world).drafts(10)
    expect([drafts.map(({ device }) => device), await read(drafts)]).toEqual([[NEW_DEVICE], [typed]])
  })
})

describe('a draft that was handed in', () => {
  it('[S42] leaves nothing of a forgotten account on the phone', async () => {
    const world = await forgotten()

    await queueOf(world).dropReceived(await queueOf(world).drafts(10))

    expect(await queueOf(world).drafts(10)).toEqual([])
    await world.vaults.list()
    expect((await world.indexedDb.indexedDB.databases()).map(({ name }) => name)).toEqual(['sothon'])
  })

  it('[S42] keeps the new book of the same account apart: a form of that record ends there without it', async () => {
    const world = await forgotten()
    const ledger = await begunAnew(world)

    await ledger.submit(household(id(1), { headName: 'Bân' }))

    expect(await read(await queueOf(world).drafts(10))).toEqual([typed])
  })

  it('[S40] lets the book of a revoked device be erased, and is not there twice', async () => {
    const world = await closedPhone((ledger) => ledger.saveDraft(typed))
    const own = openOwnDevices({ port: world.indexedDb, locks: world.locks })
    expect([await queueOf(world).drafts(10), await own.take(USER, revoked)]).toEqual([[], 'revoked'])

    const drafts = await queueOf(world).drafts(10)
    await queueOf(world).dropReceived(drafts)

    expect(await read(drafts)).toEqual([typed])
    expect(await queueOf(world).drafts(10)).toEqual([])
    expect(await own.take(USER, revoked)).toBe('erased')
  })

  it('[S42] goes again where more was typed while it was sent', async () => {
    const world = await closedPhone((ledger) => ledger.saveDraft(typed))
    const own = openOwnDevices({ port: world.indexedDb, locks: world.locks })
    await own.take(USER, revoked)
    const drafts = await queueOf(world).drafts(10)
    const ledger = await world.unlock()
    const more = { ...typed, answers: { headName: 'Lò Thị Bân' } }
    await ledger.findDraft(id(1))
    await ledger.saveDraft(more)
    ledger.lock()

    await queueOf(world).dropReceived(drafts)

    expect(await read(await queueOf(world).drafts(10))).toEqual([more])
    expect(await own.take(USER, revoked)).toBe('revoked')
  })
})

describe('a rescue file', () => {
  it('[S42] holds the drafts of open work too, and another device carries them', async () => {
    const world = await closedPhone((ledger) => ledger.saveDraft(typed))
    const courier = openCourier(world.indexedDb)
    const written = await courier.writeFile()
    expect([written.ok && [written.value.count, written.value.drafts], (await courier.count()).drafts]).toEqual([[0, 1], 1])

    const other = (await deviceWorld()).indexedDb
    const taken = written.ok && (await openCourier(other).takeFile(written.value.text))

    expect(taken).toEqual({ ok: true, value: { fresh: 1, lost: 0 } })
    expect((await openCourier(other).count()).carried).toEqual({ waiting: 1, devices: 1, refused: 0 })
    const carried = openCarriedQueue(other)
    expect(await read(await carried.ofDrafts.drafts(10))).toEqual([typed])
    await carried.ofDrafts.setAsideUnreadable?.(await carried.ofDrafts.drafts(10))
    expect([await carried.ofDrafts.drafts(10), (await carried.count()).refused]).toEqual([[], 1])
  })

  it.each([['in their order', [0, 1]], ['the older one last', [1, 0]]])('[S42] of an earlier day leaves what a newer one brought: taken %s', async (_, order) => {
    const { files, drafts } = await twoFiles()
    const other = (await deviceWorld()).indexedDb

    const fresh = []
    for (const at of [...order, ...order]) fresh.push((await openCourier(other).takeFile(files[at]!)))

    expect(fresh.map((taken) => taken.ok && taken.value.fresh)).toEqual([1, 1, 0, 0])
    const carried = openCarriedQueue(other)
    expect(new Set(await read(await carried.ofDrafts.drafts(10)))).toEqual(new Set(drafts))
    expect(await carried.count()).toEqual({ waiting: 1, devices: 1, refused: 0 })
  })

  it('[S42] taken while an older one is being sent goes too', async () => {
    const { files, drafts } = await twoFiles()
    const other = (await deviceWorld()).indexedDb
    const carried = openCarriedQueue(other)
    await openCourier(other).takeFile(files[0]!)
    const sent = await carried.ofDrafts.drafts(10)
    await openCourier(other).takeFile(files[1]!)

    await carried.ofDrafts.dropReceived(sent)

    expect(await read(await carried.ofDrafts.drafts(10))).toEqual([drafts[1]])
    await carried.ofDrafts.dropReceived(await carried.ofDrafts.drafts(10))
    expect(await carried.count()).toEqual({ waiting: 0, devices: 0, refused: 0 })
  })
})
