import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/storage/ledger'
import { COMMUNE, DEVICE, deviceWorld, draft, HAMLET, household, id, page, registered, type DeviceWorld } from './deviceWorld'
import { lose, spoil } from './spoil'

const NEXT = DEVICE.replace('d001', 'd002')
const accepted = (counter: number) => ({ counter, outcome: { kind: 'accepted', version: 1 } as const, receipt: `22810-${counter}` })

/** Two households wait; the row of the first is spoilt, and the book is opened anew. */
async function withOneSpoilt() {
  const world = await deviceWorld()
  const first = await world.enrol()
  for (const n of [1, 2]) await first.submit(household(id(n), { headName: `Lò Thị Ban ${n}` }))
  first.lock()
  await spoil(world, 'outbox', [DEVICE, 1])
  return { world, ledger: await world.unlock() }
}

const counters = (ledger: Ledger) => ledger.outbox.waiting(COMMUNE, 10).then((waiting) => waiting.map(({ counter, operation, wasSent }) => [counter, operation?.record, wasSent]))
const told = (ledger: Ledger) => ledger.spoilt.list().then((pieces) => pieces.map(({ kind, record, goes }) => [kind, record, goes]))

describe('an operation on the disk that nobody can read', () => {
  it('[S45] keeps the book, its lists and the queue from nothing else, and is told', async () => {
    const { ledger } = await withOneSpoilt()

    expect((await ledger.pending()).map(({ operation }) => operation.record)).toEqual([id(2)])
    expect(ledger.cards().map((card) => card.id)).toEqual([id(2)])
    expect(await counters(ledger)).toEqual([[1, undefined, false], [2, id(2), false]])
    expect([await told(ledger), await ledger.outbox.waitingCount(COMMUNE)]).toEqual([[['operation', id(1), true]], 2])
  })

  it('[S45] goes to the server as its envelope, and leaves as any other when the server said what became of it', async () => {
    const { world, ledger } = await withOneSpoilt()
    expect(await world.openEnvelope((await world.queue.envelopes(10))[0])).toMatchObject({ patch: { headName: 'Lò Thị Ban 1' } })

    await world.queue.dropReceived([{ device: DEVICE, counter: 1 }])
    const between = await counters(ledger)
    await ledger.outbox.settle(COMMUNE, [accepted(1), accepted(2)])
    await ledger.replica.applyPage(COMMUNE, page([1, 2].map((n) => registered(id(n), { headName: `Lò Thị Ban ${n}` })), { done: true }))

    expect(between).toEqual([[1, undefined, true], [2, id(2), true]])
    expect([await told(ledger), await counters(ledger), (await ledger.taken(9)).map(({ operation }) => operation.record)]).toEqual([[], [], [id(2)]])
  })

  it('[S45] that the server refused stays, told, until somebody lets go of it', async () => {
    const { ledger } = await withOneSpoilt()
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: '22810-1' }])
    const [piece] = await ledger.spoilt.list()

    expect(await told(ledger)).toEqual([['operation', id(1), false]])
    await ledger.spoilt.letGo(piece!)
    expect(await told(ledger)).toEqual([])
  })

  it('[S45] of which a sealed copy is still to go is not let go of', async () => {
    const { ledger } = await withOneSpoilt()
    const [piece] = await ledger.spoilt.list()

    await ledger.spoilt.letGo(piece!)

    expect(await told(ledger)).toEqual([['operation', id(1), true]])
  })

  it('[S45] keeps nobody from writing on its record, and what is written next does not take its place', async () => {
    const { ledger } = await withOneSpoilt()

    const made = await ledger.submit(household(id(1), { headName: 'Lò Thị Ban, làm lại' }))

    expect(made).toMatchObject({ ok: true, value: { counter: 3 } })
    expect((await counters(ledger)).map(([counter]) => counter)).toEqual([1, 2, 3])
  })

  it('[S45] stays with its envelope under the id it was made under when the book takes another; without one it is a person\'s', async () => {
    const { world, ledger } = await withOneSpoilt()
    await ledger.submit(household(id(3), { headName: 'Lò Thị Mai' }))
    ledger.lock()
    await spoil(world, 'outbox', [DEVICE, 3])
    await lose(world, 'sealed', [DEVICE, 3])
    const again = await world.unlock()

    await again.outbox.renew(world.enrolment({ device: NEXT }), false)
    const renewed = await counters(again)
    await again.replica.applyPage(COMMUNE, page([], { done: true }))

    expect(renewed).toEqual([[1, id(2), false]])
    expect((await world.queue.envelopes(10)).map(({ device, counter }) => [device, counter])).toEqual([[DEVICE, 1], [NEXT, 1]])
    expect(await told(again)).toEqual([['operation', id(1), true], ['operation', id(3), false]])
    await world.queue.dropReceived([{ device: DEVICE, counter: 1 }])
    await again.replica.applyPage(COMMUNE, page([], { done: true }))
    expect(await told(again)).toEqual([['operation', id(3), false]])
  })

  it('[S45] that the server had taken and lost is a person\'s; the others go again', async () => {
    const { world, ledger } = await withOneSpoilt()
    await ledger.outbox.settle(COMMUNE, [accepted(1), accepted(2)])
    await ledger.replica.applyPage(COMMUNE, page([1, 2].map((n) => registered(id(n), { headName: `Lò Thị Ban ${n}` })), { done: true }))

    expect(await ledger.outbox.sendAgain(COMMUNE, DEVICE, 0)).toBe(1)

    expect([await counters(ledger), await told(ledger)]).toEqual([[[2, id(2), true]], [['operation', id(1), false]]])
    expect((await world.vaults.lossesOf(world.enrolInput.userId)).troubled).toBe(1)
  })
})

describe('other rows that nobody can read', () => {
  /** A book with a record, its page of cards, a draft and a note, closed. */
  async function closedBook(): Promise<DeviceWorld> {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' }), registered(id(2), { headName: 'Lò Thị Mai' })]))
    await ledger.saveDraft(draft(id(3), { headName: 'Lò Văn Xuân' }))
    await ledger.saveNotes(id(1), { visitNote: 'Chiều mai quay lại', requestNote: 'Xin tách hộ' })
    ledger.lock()
    return world
  }

  it('[S45] a draft is read from its sealed copy', async () => {
    const world = await closedBook()
    await spoil(world, 'drafts', id(3))

    const ledger = await world.unlock()

    expect(await ledger.findDraft(id(3))).toMatchObject({ answers: { headName: 'Lò Văn Xuân' } })
    expect([await told(ledger), ledger.card(id(3))?.name]).toEqual([[], 'Lò Văn Xuân'])
  })

  it('[S45] a draft that cannot be read there either is told, opens nothing and is let go of by hand', async () => {
    const world = await closedBook()
    await spoil(world, 'drafts', id(3))
    await spoil(world, 'sealedDrafts', [DEVICE, id(3)])

    const ledger = await world.unlock()
    const before = [await told(ledger), await ledger.findDraft(id(3)), ledger.cards().length]
    await ledger.spoilt.letGo((await ledger.spoilt.list())[0]!)

    expect(before).toEqual([[['draft', id(3), false]], undefined, 2])
    expect(await told(ledger)).toEqual([])
  })

  it('[S45] a draft that only the server may still read keeps its sealed copy when the book takes another id', async () => {
    const world = await closedBook()
    await spoil(world, 'drafts', id(3))
    await spoil(world, 'sealedDrafts', [DEVICE, id(3)])
    const ledger = await world.unlock()

    await ledger.outbox.renew(world.enrolment({ device: NEXT }), false)

    expect(await told(ledger)).toEqual([['draft', id(3), true]])
  })

  it('[S45] a page of cards is made anew, and a record counts for nothing, so that the server tells it again', async () => {
    const world = await closedBook()
    const before = await world.unlock()
    const whole = before.replica.digests(COMMUNE).get(HAMLET)
    before.lock()
    for (const bucket of [1, 2].map((n) => Number.parseInt(id(n).slice(-6), 16) % 128)) await spoil(world, 'cards', bucket)
    await spoil(world, 'records', id(1))

    const ledger = await world.unlock()

    expect(ledger.cards().map((card) => card.id).sort()).toEqual([id(2), id(3)])
    expect(ledger.replica.digests(COMMUNE).get(HAMLET)?.count).toBe((whole?.count ?? 0) - 1)
  })

  it('[S45] a record that is found out when it is opened stays in the lists, counts no more, and comes again', async () => {
    const world = await closedBook()
    await spoil(world, 'records', id(1))
    const ledger = await world.unlock()

    const found = await ledger.getRecord(id(1))

    expect([found, ledger.card(id(1))?.name, ledger.replica.digests(COMMUNE).get(HAMLET)?.count]).toEqual([undefined, 'Lò Thị Ban', 1])
    expect(await ledger.replica.findRecords(COMMUNE, [id(1), id(2)]).then((records) => [...records.keys()])).toEqual([id(2)])
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })], { renews: [HAMLET] }))
    expect(await ledger.getRecord(id(1))).toMatchObject({ answers: { headName: 'Lò Thị Ban' } })
  })

  it('[S45] a correction begun before its record was spoilt is sent as the changes its author made', async () => {
    const world = await closedBook()
    await spoil(world, 'records', id(1))
    const ledger = await world.unlock()
    const seen = { headName: 'Lò Thị Ban', headPhone: '0901234567' }

    const made = await ledger.submit(household(id(1), { headName: 'Lò Thị Bàn' }, { base: 1, seen }))
    const decided = await ledger.review([{ type: 'accept', commune: COMMUNE, record: id(1), base: 1 }])

    expect(made).toMatchObject({ ok: true, value: { base: 1, patch: { headName: 'Lò Thị Bàn', headPhone: null } } })
    expect(decided).toMatchObject({ ok: true })
  })

  it('[S45] a note leaves the others to be read, and is told', async () => {
    const world = await closedBook()
    await spoil(world, 'state', `note:${id(1)}:visitNote`)
    await lose(world, 'sealedDrafts', [DEVICE, id(1).replace('-7000-', '-8000-')])

    const ledger = await world.unlock()

    expect([await ledger.findNotes(id(1)), await told(ledger)]).toEqual([{ requestNote: 'Xin tách hộ' }, [['note', id(1), false]]])
    await ledger.spoilt.letGo((await ledger.spoilt.list())[0]!)
    expect([await ledger.findNotes(id(1)), await told(ledger)]).toEqual([{ requestNote: 'Xin tách hộ' }, []])
  })

  it('[S45] where the replica stood, what surrounds it and who was told apart are asked for again', async () => {
    const world = await closedBook()
    const before = await world.unlock()
    await before.tellApartElsewhere(id(1), 'mark')
    await before.saveHolder({ userId: 'u', username: 'u', name: 'u', role: 'officer', communes: [] } as never)
    before.lock()
    for (const key of [`cursor:${COMMUNE}`, `elsewhere:${id(1)}`, 'holder']) await spoil(world, 'state', key)

    const ledger = await world.unlock()

    expect([await ledger.replica.cursor(COMMUNE), await ledger.toldElsewhere(id(1)), ledger.holder()]).toEqual([null, null, null])
  })
})
