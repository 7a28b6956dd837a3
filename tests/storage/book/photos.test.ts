import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RecordHead, RegisterRecord } from '../../../src/domain/records/record'
import type { Ledger } from '../../../src/storage/ledger'
import { openSealedPhotos } from '../../../src/storage/queues/sealedPhotoQueue'
import { COMMUNE, DEVICE, deviceWorld, draft, HAMLET, household, id, OTHER_HAMLET, page, registered, spoilPhoto, USER, type DeviceWorld } from '../deviceWorld'

const photo = (seed: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 300 }, (_, at) => (at * 7 + seed) % 251)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

describe('a photo', () => {
  it('answers with the hash of its bytes and survives a restart', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()

    const kept = await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    ledger.lock()
    const again = await world.unlock()

    expect(kept).toEqual({ ok: true, value: hashOf(photo(1)) })
    expect(await again.photos.bytes(hashOf(photo(1)))).toEqual(photo(1))
    expect(await again.photos.waiting()).toEqual([{ record: id(1), hash: hashOf(photo(1)), commune: COMMUNE, size: 300, keptAt: '2026-11-25T02:10:00.000Z' }])
  })

  it('lies on the disk encrypted', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: new Uint8Array(300).fill(65) })

    const rows = await new Promise<{ blob: Uint8Array }[]>((done, failed) => {
      const opening = world.indexedDb.indexedDB.open('sothon-0190a000-0000-7000-8000-0000000000f1')
      opening.onerror = failed
      opening.onsuccess = () => {
        const all = opening.result.transaction('sealedBytes').objectStore('sealedBytes').getAll()
        all.onsuccess = () => done(all.result)
      }
    })

    expect(rows).toHaveLength(1)
    expect(Buffer.from(rows[0]!.blob).includes('AAAA')).toBe(false)
  })

  it.each([['seen to be spoilt', true], ['spoilt unseen', false]])('[S33] that is %s is replaced by the same picture, taken or chosen again, and goes on to the server', async (_how, isSeen) => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await spoilt(ledger, world)
    if (isSeen) await ledger.photos.bytes(hashOf(photo(1)))

    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })

    expect(await ledger.photos.bytes(hashOf(photo(1)))).toEqual(photo(1))
    expect((await ledger.photos.ready(COMMUNE)).map(({ hash }) => hash)).toEqual([hashOf(photo(1)), hashOf(photo(2))])
    expect((await ledger.photos.waiting()).map(({ isSpoilt }) => isSpoilt)).toEqual([undefined, undefined])
    ledger.lock()
    await world.vaults.forget(USER)
    expect(await openSealedPhotos(() => true, world.indexedDb).photos()).toHaveLength(2)
  })

  /** Spoils one of two photos whose text has gone. */
  async function spoilt(ledger: Ledger, world: DeviceWorld): Promise<void> {
    for (const n of [1, 2]) {
      await ledger.photos.keep({ commune: COMMUNE, record: id(n), bytes: photo(n) })
      await ledger.submit(household(id(n), { decisionPhoto: hashOf(photo(n)) }))
      await ledger.outbox.settle(COMMUNE, [{ counter: n, outcome: { kind: 'accepted', version: 1 }, receipt: 'r' }])
    }
    await spoilPhoto(world, id(1), hashOf(photo(1)))
  }

  it('whose bytes the disk has spoilt is known from one that is not here', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await spoilt(ledger, world)

    expect([await ledger.photos.bytes(hashOf(photo(1))), await ledger.photos.bytes(hashOf(photo(2))), await ledger.photos.bytes(hashOf(photo(3)))]).toEqual(['spoilt', photo(2), null])
  })

  it('[S33] that is spoilt is no longer offered to be sent, is known by its record, and goes when it is let go of', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await spoilt(ledger, world)
    const [hash, other] = [hashOf(photo(1)), hashOf(photo(2))]
    await ledger.photos.bytes(hash)

    const found = [await ledger.photos.ready(COMMUNE), (await ledger.photos.waiting()).map((each) => [each.record, each.isSpoilt])]
    for (const n of [1, 2]) await ledger.photos.letGo(id(n), [hash, other][n - 1]!)

    expect(found).toEqual([[{ hash: other, size: 300 }], [[id(1), true], [id(2), undefined]]])
    expect((await ledger.photos.waiting()).map((each) => each.hash)).toEqual([other])
    expect(await ledger.photos.bytes(hash)).toBeNull()
  })

  it('[S33] of two records, spoilt for the one, is read and sent for the other', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    for (const n of [1, 2]) await ledger.photos.keep({ commune: COMMUNE, record: id(n), bytes: photo(1) })
    await spoilPhoto(world, id(1), hashOf(photo(1)))

    expect([await ledger.photos.bytes(hashOf(photo(1))), await ledger.photos.bytes(hashOf(photo(1)))]).toEqual([photo(1), photo(1)])
  })

  it('is ready when the record, as the server has it, names it, and leaves once confirmed', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const hash = hashOf(photo(1))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hash }))
    const before = await ledger.photos.ready(COMMUNE)

    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', decisionPhoto: hash })]))
    const after = await ledger.photos.ready(COMMUNE)
    await ledger.photos.confirmed(COMMUNE, hash)

    expect([before, after]).toEqual([[], [{ hash, size: 300 }]])
    expect([await ledger.photos.waiting(), await ledger.photos.bytes(hash)]).toEqual([[], null])
  })

  it('taken again takes the place of the one before when the form is sent, not before', async () => {
    const ledger = await (await deviceWorld()).enrol()
    for (const seed of [1, 2]) await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(seed) })
    await ledger.saveDraft(draft(id(1), { decisionPhoto: hashOf(photo(2)) }))
    const open = (await ledger.photos.waiting()).length

    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hashOf(photo(2)) }))

    expect(open).toBe(2)
    expect((await ledger.photos.waiting()).map(({ hash }) => hash)).toEqual([hashOf(photo(2))])
  })

  it('of a draft thrown away goes with it, one that was sent stays', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hashOf(photo(1)) }))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(2) })
    const typed = draft(id(1), { decisionPhoto: hashOf(photo(2)) })
    await ledger.findDraft(id(1))
    await ledger.saveDraft(typed)

    await ledger.discardDraft(typed)

    expect((await ledger.photos.waiting()).map(({ hash }) => hash)).toEqual([hashOf(photo(1))])
  })

  it('of a draft thrown away comes back with it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    const typed = draft(id(1), { decisionPhoto: hashOf(photo(1)) })
    await ledger.saveDraft(typed)

    const gone = await ledger.discardDraft(typed)
    const back = gone.ok && (await gone.value())

    expect([back, await ledger.findDraft(id(1))]).toEqual([{ ok: true, value: typed }, typed])
    expect(await ledger.photos.bytes(hashOf(photo(1)))).toEqual(photo(1))
  })
})

describe('a photo whose text has gone', () => {
  const head: RecordHead = { kind: 'asxh', hamlet: HAMLET, household: id(8), person: id(9) }
  const hash = hashOf(photo(1))
  const answers = { fullName: 'Lò Thị Ban', decisionPhoto: hash }
  const seen = { id: id(1), commune: COMMUNE, head, form: 'asxh@2', base: 1, seen: answers, reasons: {} } as const
  const taken = (change: Partial<RegisterRecord> = {}): RegisterRecord =>
    registered(id(1), answers, { ...head, form: 'asxh@2', status: 'accepted', reviewedAt: '2026-10-01T03:00:00.000Z', submission: { by: id(90), device: DEVICE, run: id(92), at: '2026-09-01T03:00:00.000Z' }, ...change })
  const shrinking = { hash: 'h', commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, people: [], extensions: [], hamlets: [{ id: HAMLET, code: 'T1', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }], settings: { minAge: 15, autoLockMinutes: 5, shrinkDays: 30 } }

  /** A phone whose form the server took; its photo waits. */
  async function sent(): Promise<Ledger> {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit({ id: id(1), commune: COMMUNE, head, form: 'asxh@2', answers, reasons: {} })
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: 'r' }])
    await ledger.replica.applyPage(COMMUNE, page([taken()]))
    return ledger
  }

  const fates: readonly (readonly [string, (ledger: Ledger) => Promise<unknown>])[] = [
    ['shrank', async (ledger) => {
      await ledger.replica.saveContext(COMMUNE, shrinking)
      expect(await ledger.shrinkOld()).toEqual({ ok: true, value: 1 })
    }],
    ['came down anew, long accepted', async (ledger) => {
      await ledger.replica.saveContext(COMMUNE, shrinking)
      await ledger.replica.applyPage(COMMUNE, page([taken({ version: 2 })]))
      expect((await ledger.getRecord(id(1)))?.server?.shrunk).toBeDefined()
    }],
    ['left the hamlets of the phone', async (ledger) => {
      await ledger.replica.applyPage(COMMUNE, page([], { reset: true, scope: [OTHER_HAMLET] }))
      expect(await ledger.getRecord(id(1))).toBeUndefined()
    }],
  ]

  it.each(fates)('[S34] goes on being sent when its record %s', async (_how, happens) => {
    const ledger = await sent()

    await happens(ledger)

    expect(await ledger.photos.ready(COMMUNE)).toEqual([{ hash, size: 300 }])
  })

  it.each(fates)('[S34] is not thrown away with a draft on a record that %s', async (_how, happens) => {
    const ledger = await sent()
    await happens(ledger)
    const typed = draft(id(1), { fullName: 'Lò Thị Bán' }, seen)
    await ledger.findDraft(id(1))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(2) })
    await ledger.saveDraft(typed)

    await ledger.discardDraft(typed)

    expect((await ledger.photos.waiting()).map((each) => each.hash)).toEqual([hash])
  })

  it.each(fates)('[S34] is not thrown away by a form sent on a record that %s', async (_how, happens) => {
    const ledger = await sent()
    await happens(ledger)

    await ledger.submit({ ...seen, answers: { fullName: 'Lò Thị Bán' } })

    expect(await ledger.photos.ready(COMMUNE)).toEqual([{ hash, size: 300 }])
  })

  it('is ready as soon as the server has taken the text, before a pull shows it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit({ id: id(1), commune: COMMUNE, head, form: 'asxh@2', answers, reasons: {} })

    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: 'r' }])

    expect(await ledger.photos.ready(COMMUNE)).toEqual([{ hash, size: 300 }])
  })

  it('[S34] and was refused waits for a person; with the form put away it is offered to the history of the server', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit({ id: id(1), commune: COMMUNE, head, form: 'asxh@2', answers, reasons: {} })
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])
    const refused = await ledger.photos.ready(COMMUNE)

    await ledger.setAside(DEVICE, 1)

    expect([refused, await ledger.photos.ready(COMMUNE)]).toEqual([[], [{ hash, size: 300 }]])
  })

  it('taken again before its text left the phone goes: nobody will ever ask for it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit(household(id(1), { decisionPhoto: hash }))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(2) })

    await ledger.submit(household(id(1), { decisionPhoto: hashOf(photo(2)) }))

    expect((await ledger.photos.waiting()).map((each) => each.hash)).toEqual([hashOf(photo(2))])
  })

  it('and that is chosen once more from the same file is no draft\'s alone', async () => {
    const ledger = await sent()
    await fates[2]![1](ledger)
    const typed = draft(id(1), answers, seen)
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.saveDraft(typed)

    await ledger.discardDraft(typed)

    expect(await ledger.photos.ready(COMMUNE)).toEqual([{ hash, size: 300 }])
  })
})
