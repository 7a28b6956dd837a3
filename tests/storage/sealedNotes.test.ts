import { describe, expect, it } from 'vitest'
import { draftKey, openSealedDraft } from '../../src/protocol/sealing/draftSeal'
import { openSealedDrafts } from '../../src/storage/queues/sealedDraftQueue'
import { COMMUNE, DEVICE, deviceWorld, HAMLET, id, page, registered, SECRET, USER, type DeviceWorld } from './deviceWorld'
import { lose, spoil } from './spoil'

const NEXT = DEVICE.replace('d001', 'd002')
const REVIEW = { type: 'return', commune: COMMUNE, record: id(1), base: 1, notes: [{ field: 'visitNote', text: 'Chiều mai' }] } as const
const queueOf = (world: DeviceWorld) => openSealedDrafts(world.indexedDb)

/** A book with two records, a note begun on the first. */
async function begun() {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.replica.applyPage(COMMUNE, page([1, 2].map((n) => registered(id(n), { headName: 'Lò Thị Ban' }, { status: 'submitted' }))))
  await ledger.saveNotes(id(1), { visitNote: 'Chiều mai' })
  return { world, ledger }
}

const sealedUnder = async (world: DeviceWorld) => (await queueOf(world).all()).map(({ device }) => device)
/** The time of the sealed copy, as the server compares it. */
async function sealedAt(world: DeviceWorld): Promise<number> {
  await world.vaults.forget(USER)
  const [sealed] = await queueOf(world).drafts(10)
  const opened = await openSealedDraft(await draftKey(SECRET), sealed!)
  return Date.parse(opened.ok ? (opened.value as { readonly savedAt: string }).savedAt : '')
}
const losses = async (world: DeviceWorld) => (await world.vaults.lossesOf(USER)).notes

describe('notes begun outside a form', () => {
  it('[S42] lie sealed beside their book, under a name that is not their record\'s, and are no loss with it', async () => {
    const { world, ledger } = await begun()
    ledger.lock()

    const [sealed] = await queueOf(world).all()

    expect([sealed?.device, sealed?.record === id(1), await losses(world)]).toEqual([DEVICE, false, 0])
    await world.vaults.forget(USER)
    expect(await queueOf(world).drafts(10)).toEqual([sealed])
  })

  it.each<readonly [string, (ledger: Awaited<ReturnType<typeof begun>>['ledger']) => Promise<unknown>]>([
    ['taken away', (ledger) => ledger.saveNotes(id(1), { visitNote: ' ' })],
    ['ended by the decision they were for', (ledger) => ledger.review([REVIEW])],
  ])('[S42] leave nothing sealed when they are %s', async (_how, end) => {
    const { world, ledger } = await begun()

    await end(ledger)

    expect([await ledger.findNotes(id(1)), await sealedUnder(world)]).toEqual([{}, []])
  })

  it('[S42] are sealed when the book is opened next, where an earlier version wrote them; what lies sealed is not taken for the end of a draft', async () => {
    const { world, ledger } = await begun()
    ledger.lock()
    const [{ record } = { record: '' }] = await queueOf(world).all()
    await lose(world, 'sealedDrafts', [DEVICE, record])
    expect(await losses(world)).toBe(1)

    const again = await world.unlock()
    again.lock()
    ;(await world.unlock()).lock()

    expect([await sealedUnder(world), await losses(world)]).toEqual([[DEVICE], 0])
  })

  it('[S42] go on under the new id of a book that takes another', async () => {
    const { world, ledger } = await begun()

    await ledger.outbox.renew(world.enrolment({ device: NEXT }), false)

    expect([await sealedUnder(world), await queueOf(world).drafts(10), await ledger.findNotes(id(1))]).toEqual([[NEXT], [], { visitNote: 'Chiều mai' }])
  })

  it('[S42] are later with every key, though the clock is set back: the server takes the later copy for the newer one', async () => {
    const { world, ledger } = await begun()
    const before = world.clock.ms
    world.clock.ms -= 86_400_000

    await ledger.saveNotes(id(1), { visitNote: 'Chiều mai quay lại' })
    await ledger.saveNotes(id(1), { visitNote: 'Chiều mai quay lại nhé' })
    ledger.lock()

    expect(await sealedAt(world)).toBe(before + 2)
  })

  it('[S42] of two tabs that write on one record are both in the sealed copy', async () => {
    const { world, ledger } = await begun()
    const other = await world.unlock()

    await Promise.all([ledger.saveNotes(id(1), { born: 'Hỏi lại' }), other.saveNotes(id(1), { sex: 'Xem' })])
    ledger.lock()
    other.lock()
    for (const field of ['born', 'sex', 'visitNote']) await spoil(world, 'state', `note:${id(1)}:${field}`)

    // Read from the sealed copy: nothing else is left of them.
    expect(await (await world.unlock()).findNotes(id(1))).toEqual({ born: 'Hỏi lại', sex: 'Xem', visitNote: 'Chiều mai' })
  })
})

describe('notes that come back', () => {
  const name = (device: string, record: string) => ({ device, record, savedAt: '2026-11-25T02:10:00.000Z' })
  const given = (record: string) => ({ id: record, of: id(1), commune: COMMUNE, head: { hamlet: HAMLET }, form: 'notes', base: 0, answers: { visitNote: 'Chiều mai' }, savedAt: '2026-11-25T02:10:00.000Z' })

  it('[S43] lie on their record again, sealed for this book, once', async () => {
    const { world, ledger } = await begun()
    const [{ record } = { record: '' }] = await queueOf(world).all()
    await ledger.saveNotes(id(1), { visitNote: '' })

    const taken = await ledger.rescued.take(name(id(7), record), given(record))

    expect([taken, await ledger.rescued.standing(name(id(7), record))]).toEqual(['taken', 'taken'])
    expect([await ledger.findNotes(id(1)), await sealedUnder(world)]).toEqual([{ visitNote: 'Chiều mai' }, [DEVICE]])
  })

  it('[S43] wait while others are being written there, or may be', async () => {
    const { world, ledger } = await begun()
    const [{ record } = { record: '' }] = await queueOf(world).all()
    const whileWritten = await ledger.rescued.standing(name(id(7), record))
    await ledger.saveNotes(id(1), { visitNote: '' })
    await ledger.findNotes(id(1))

    expect([whileWritten, await ledger.rescued.standing(name(id(7), record)), await ledger.rescued.take(name(id(7), record), given(record))]).toEqual(['waits', 'waits', 'waits'])
  })
})
