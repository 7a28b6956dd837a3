import { describe, expect, it } from 'vitest'
import { firstBatchSize, firstPageSize } from '../../../src/sync/pace/batchSize'
import { syncCommune } from '../../../src/sync/engine'
import { COMMUNE, DEVICE, deviceWorld, EPOCH, HAMLET, household, id, OTHER_HAMLET, page, registered, withOneWaiting } from '../deviceWorld'

const DAY_MS = 86_400_000
const NEXT_EPOCH = EPOCH.replace('e001', 'e002')
const accepted = (counter: number, version: number) => ({ counter, outcome: { kind: 'accepted', version } as const, receipt: `22810-${counter}` })
const refused = (counter: number) => ({ counter, outcome: { kind: 'refused', reason: 'findings' } as const, receipt: `22810-${counter}` })
const held = (counter: number, version: number, fields: readonly string[]) => ({ counter, outcome: { kind: 'held', version, fields, reason: 'overlap' } as const, receipt: `22810-${counter}` })

describe('settling what the server answered', () => {
  it('[S8] an accepted operation leaves the queue with its envelope, and is safe to settle twice', async () => {
    const { world, ledger } = await withOneWaiting()

    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])

    expect([await ledger.outbox.waitingCount(COMMUNE), await ledger.pending(), await world.queue.envelopes(10)]).toEqual([0, [], []])
  })

  it('says what a waiting operation weighs, and of what the server took the number to quote, before and after a pull showed it', async () => {
    const { world, ledger } = await withOneWaiting()
    const [waiting] = await ledger.pending()
    expect(waiting?.bytes).toBeGreaterThan(100)
    expect([await ledger.taken(5), await ledger.taken(1, id(1))]).toEqual([[], []])

    world.clock.ms += 60_000
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    const before = await ledger.taken(5)
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))

    expect(before).toMatchObject([{ commune: COMMUNE, receipt: '22810-1', takenAt: '2026-11-25T02:11:00.000Z', operation: { record: id(1) } }])
    expect([await ledger.taken(5), await ledger.taken(1, id(1)), await ledger.taken(1, id(2))]).toEqual([before, before, []])
  })

  it('remembers the newest of what the server took, as many as asked for', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.submit(household(id(2), { headName: 'Lò Thị Mai' }))
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1), accepted(2, 1)])

    expect([(await ledger.taken(1)).map(({ receipt }) => receipt), (await ledger.taken(9)).length]).toEqual([['22810-2'], 2])
  })

  it.each([[false, 'before'], [true, 'after']])('remembers of two communes what was taken last, whichever device it was of, %s: %s a pull showed it', async (isShown) => {
    const world = await deviceWorld()
    const other = '22813'
    const made = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment(), world.enrolment({ code: other, device: DEVICE.replace('d001', 'd002') })] })
    if (!made.ok) throw new Error('no book')
    const ledger = made.value
    const takenIn = async (commune: string, n: number): Promise<void> => {
      world.clock.ms += 60_000
      await ledger.submit(household(id(n), { headName: 'Lò Thị Ban' }, { commune }))
      await ledger.outbox.settle(commune, [{ counter: await ledger.outbox.lastGiven(commune), outcome: { kind: 'accepted', version: 1 }, receipt: `${commune}-${n}` }])
      if (isShown) await ledger.replica.applyPage(commune, page([registered(id(n), { headName: 'Lò Thị Ban' }, { commune })]))
    }
    await takenIn(other, 1)
    await takenIn(COMMUNE, 2)
    await takenIn(other, 3)
    await takenIn(COMMUNE, 4)

    expect([(await ledger.taken(1)).map(({ receipt }) => receipt), (await ledger.taken(9)).map(({ receipt }) => receipt)]).toEqual([['22810-4'], ['22810-4', '22813-3', '22810-2', '22813-1']])
  })

  it('[S6] an accepted household stays visible until a pull has shown it', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    const between = [await ledger.getRecord(id(1)), ledger.card(id(1))]

    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))

    expect(between).toMatchObject([{ server: null, answers: { headName: 'Lò Thị Ban' }, pending: [] }, { name: 'Lò Thị Ban', status: 'live', local: null }])
    expect(await ledger.getRecord(id(1))).toMatchObject({ server: { version: 1 }, pending: [] })
  })

  it('[S6] goes back into the queue when the server was restored from a backup before a pull showed it', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.replica.applyPage(COMMUNE, page([]))
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])

    expect(await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)).toBe(1)

    expect((await ledger.outbox.waiting(COMMUNE, 10)).map((one) => one.counter)).toEqual([1])
  })

  it('[S6] goes back into the queue also after a pull showed it, and is on the screen all the while', async () => {
    const { world, ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))
    expect(ledger.card(id(1))?.local).toBeNull()

    expect([await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0), await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)]).toEqual([1, 0])
    await ledger.replica.applyPage(COMMUNE, page([], { reset: true, cursor: { epoch: NEXT_EPOCH, scope: 's', seq: 0 } }))

    expect(await ledger.outbox.waiting(COMMUNE, 10)).toMatchObject([{ counter: 1, operation: { patch: { headName: 'Lò Thị Ban' } } }])
    expect(ledger.card(id(1))).toMatchObject({ name: 'Lò Thị Ban', local: 'queued' })
    ledger.lock()
    expect((await world.unlock()).outbox.epoch(COMMUNE)).toBe(NEXT_EPOCH)
  })

  it.each(['shown', 'not shown yet'])('[S26] goes back with its envelope: it can be handed in while the book is locked, or forgotten (%s)', async (stage) => {
    const { world, ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    if (stage === 'shown') await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))

    await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)
    ledger.lock()

    const envelopes = await world.queue.envelopes(10)
    expect(envelopes.map(({ device, counter }) => [device, counter])).toEqual([[DEVICE, 1]])
    expect(await world.openEnvelope(envelopes[0])).toMatchObject({ counter: 1, patch: { headName: 'Lò Thị Ban' } })
  })

  it.each([['of an empty battery, put right', -16 * 365], ['that was a month behind', -31]])('[S6] goes back whatever the clock of the phone said: one %s', async (_, days) => {
    const { world, ledger } = await withOneWaiting()
    const shown = page([registered(id(1), { headName: 'Lò Thị Ban' })], { serverTime: world.clock.ms })
    world.clock.ms += days * DAY_MS
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    await ledger.replica.applyPage(COMMUNE, shown)
    world.clock.ms -= days * DAY_MS
    await ledger.replica.applyPage(COMMUNE, page([], { serverTime: world.clock.ms }))

    expect(await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)).toBe(1)
  })

  it('[S6] is not sent again when the server still has it, nor when a month has passed there', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.submit(household(id(2), { headName: 'Pi Năng Tơr' }))
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1), accepted(2, 1)])
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' }), registered(id(2), { headName: 'Pi Năng Tơr' })]))
    expect(await ledger.outbox.sendAgain(COMMUNE, EPOCH, 2)).toBe(0)

    const serverTime = Date.parse('2026-11-25T02:10:00.000Z')
    for (const days of [0, 29, 31]) await ledger.replica.applyPage(COMMUNE, page([], { serverTime: serverTime + days * DAY_MS }))

    expect(await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)).toBe(0)
  })

  it('[S6] counts the month by the time that came with the answers', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [accepted(1, 1)])
    const told = page([registered(id(1), { headName: 'Lò Thị Ban' })])
    const syncAt = (serverTime: number) => syncCommune({
      ...ledger, pause: async () => {}, hasLine: () => true, random: () => 0.5,
      transport: { exchange: async () => ({ ok: true, value: { response: { protocol: 1, epoch: EPOCH, last: 1, outcomes: [], page: { ...told, done: true, remaining: 0 }, context: null, scope: null }, bytesUp: 0, bytesDown: 0, serverTime, isCut: false, tookMs: 0 } }) },
    }, { commune: COMMUNE, run: id(9), isCurrent: () => true, onProgress: () => {}, mayMend: false, line: { batch: firstBatchSize, page: firstPageSize } })

    const kept: number[] = []
    for (const days of [0, 29, 31]) {
      expect(await syncAt(Date.UTC(2026, 10, 25) + days * DAY_MS)).toEqual({ kind: 'done' })
      kept.push((await ledger.taken(5)).length)
    }

    expect(kept).toEqual([1, 1, 0])
  })

  it('[S24] what stays here for a person to choose, though it left, is not counted as of the register: else the replica differed for ever', async () => {
    const { world, ledger } = await withOneWaiting()
    const [here, there] = [registered(id(1), { headName: 'Lò Thị Hoa' }, { version: 2, holds: [{ id: `${DEVICE}:1:headName`, field: 'headName', value: 'Lò Thị Ban', reason: 'overlap', by: DEVICE, at: '2026-11-25T02:10:00.000Z' }] }), registered(id(2), { headName: 'Tơr' })]
    const counted = (book = ledger): number => [...book.replica.digests(COMMUNE).values()].reduce((sum, { count }) => sum + count, 0)
    await ledger.outbox.settle(COMMUNE, [held(1, 2, ['headName'])])
    await ledger.replica.applyPage(COMMUNE, page([here, there]))
    expect(counted()).toBe(2)

    await ledger.replica.applyPage(COMMUNE, page([there], { reset: true }))

    expect([counted(), (await ledger.getRecord(id(1)))?.pending.length]).toEqual([1, 1])
    ledger.lock()
    const again = await world.unlock()
    expect(counted(again)).toBe(1)
    await again.replica.applyPage(COMMUNE, page([here]))
    expect(counted(again)).toBe(2)
  })

  it('[S5] what left and stayed for a person to choose goes as soon as nothing waits on it', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [held(1, 2, ['headName'])])
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Hoa' }, { version: 2, holds: [{ id: `${DEVICE}:1:headName`, field: 'headName', value: 'Lò Thị Ban', reason: 'overlap', by: DEVICE, at: '2026-11-25T02:10:00.000Z' }] })]))
    await ledger.replica.applyPage(COMMUNE, page([], { reset: true }))
    await ledger.setAside(DEVICE, 1)

    await ledger.replica.applyPage(COMMUNE, page([]))

    expect([await ledger.getRecord(id(1)), ledger.cards()]).toEqual([undefined, []])
  })

  it('[S11] a refused household stays with its reason, out of the way of the others', async () => {
    const { world, ledger } = await withOneWaiting()
    await ledger.submit(household(id(2), { headName: 'Pi Năng Tơr' }))

    await ledger.outbox.settle(COMMUNE, [refused(1)])

    expect(await ledger.pending()).toMatchObject([{ operation: { counter: 1 }, trouble: { kind: 'refused', reason: 'findings' }, receipt: '22810-1' }, { operation: { counter: 2 }, trouble: null }])
    expect((await ledger.outbox.waiting(COMMUNE, 10)).map((one) => one.counter)).toEqual([2])
    expect((await world.queue.envelopes(10)).map((one) => one.counter)).toEqual([2])
    expect(ledger.card(id(1))).toMatchObject({ name: 'Lò Thị Ban', local: 'action' })
  })

  it('[S11] a refused household sent again carries everything that was typed, and the refusal is gone', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [refused(1)])

    const again = await ledger.submit(household(id(1), { headName: 'Lò Thị Ban', address: 'Tổ 1' }))

    expect(again.ok && again.value).toMatchObject({ counter: 2, patch: { headName: 'Lò Thị Ban', address: 'Tổ 1' } })
    expect(await ledger.pending()).toMatchObject([{ operation: { counter: 2 }, trouble: null }])
    expect(ledger.card(id(1))).toMatchObject({ local: 'queued' })
  })

  it('a refused operation can be set aside; one that waits cannot', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.submit(household(id(2), { headName: 'Pi Năng Tơr' }))
    await ledger.outbox.settle(COMMUNE, [refused(1)])

    await ledger.setAside(DEVICE, 1)
    await ledger.setAside(DEVICE, 2)

    expect((await ledger.pending()).map((one) => one.operation.counter)).toEqual([2])
    expect(ledger.card(id(1))).toBeUndefined()
  })

  it('[S16] a held value stays for a person to choose, until the server says it is chosen', async () => {
    const { ledger } = await withOneWaiting()
    const hold = { id: `${DEVICE}:1:headName`, field: 'headName', value: 'Lò Thị Ban', reason: 'overlap', by: id(90), at: '2026-11-25T02:10:00.000Z' } as const

    await ledger.outbox.settle(COMMUNE, [held(1, 2, ['headName'])])
    const unpulled = ledger.card(id(1))?.local
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Bàn' }, { version: 2, holds: [hold] })]))
    const open = [ledger.card(id(1))?.local, (await ledger.getRecord(id(1)))?.answers, (await ledger.pending()).length]
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Bàn' }, { version: 3 })]))

    expect([unpulled, ...open]).toEqual(['action', 'action', { headName: 'Bàn' }, 1])
    expect([ledger.card(id(1))?.local, await ledger.pending()]).toEqual([null, []])
  })

  it('[S16] a choice is queued as an operation and shown at once', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const hold = { id: `${DEVICE}:1:headName`, field: 'headName', value: 'Lò Thị Ban', reason: 'overlap', by: id(90), at: '2026-11-25T02:10:00.000Z' } as const
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Bàn' }, { version: 2, holds: [hold] })]))

    const done = await ledger.review([{ type: 'resolve', commune: COMMUNE, record: id(1), base: 2, choices: [{ hold: hold.id, take: 'held' }] }])

    expect(done.ok && done.value.made).toMatchObject([{ type: 'resolve', counter: 1, base: 2 }])
    expect(await ledger.getRecord(id(1))).toMatchObject({ answers: { headName: 'Lò Thị Ban' } })
    expect(ledger.card(id(1))).toMatchObject({ local: 'queued', name: 'Lò Thị Ban' })
  })
})

describe('taking a page of the server', () => {
  it('[S19] never hides an unsent value: the server value becomes the base, the own one stays on top', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', address: 'Tổ 1' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }))

    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban', address: 'Tổ 9' }, { version: 2 })]))

    expect(await ledger.getRecord(id(1))).toMatchObject({ server: { version: 2 }, answers: { headName: 'Lò Thị Ban', address: 'Tổ 2' } })
    expect(ledger.card(id(1))).toMatchObject({ name: 'Lò Thị Ban', detail: 'Tổ 2', version: 2, local: 'queued' })
  })

  it('[S20] keeps cards, records and cursor over a restart', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const many = Array.from({ length: 40 }, (_, n) => registered(id(n + 1), { headName: `Hộ ${n}`, householdCode: `H${n}` }))
    await ledger.replica.applyPage(COMMUNE, page(many, { cursor: { epoch: EPOCH, scope: 's', seq: 40 } }))
    const before = [...ledger.cards()].sort((a, b) => (a.id < b.id ? -1 : 1))
    ledger.lock()

    const again = await world.unlock()

    expect([...again.cards()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(before)
    expect([again.cards().length, await again.replica.cursor(COMMUNE)]).toEqual([40, { epoch: EPOCH, scope: 's', seq: 40 }])
    expect((await again.getRecord(id(7)))?.answers).toEqual({ headName: 'Hộ 6', householdCode: 'H6' })
  })

  it('[S5] forgets what the page of a reset does not bring, but never what waits', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }), registered(id(2), { headName: 'B' }), registered(id(3), { headName: 'C' })]))
    await ledger.submit(household(id(2), { headName: 'B mới' }))

    await ledger.replica.applyPage(COMMUNE, page([registered(id(3), { headName: 'C' })], { reset: true }))

    expect(ledger.cards().map((card) => card.name).sort()).toEqual(['B mới', 'C'])
    expect(await ledger.getRecord(id(1))).toBeUndefined()
  })

  it('[S24] forgets of a renewed hamlet what the page does not bring, but never what waits', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const scope = [HAMLET, OTHER_HAMLET]
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }), registered(id(2), { headName: 'B' }), registered(id(3), { headName: 'C' }), registered(id(4), { headName: 'D' }, { hamlet: OTHER_HAMLET })], { scope }))
    await ledger.submit(household(id(2), { headName: 'B mới' }))

    await ledger.replica.applyPage(COMMUNE, page([registered(id(3), { headName: 'C' })], { scope, renews: [HAMLET] }))

    expect(ledger.cards().map((card) => card.name).sort()).toEqual(['B mới', 'C', 'D'])
    expect([...ledger.replica.digests(COMMUNE).keys()].sort()).toEqual([HAMLET, OTHER_HAMLET].sort())
  })

  it('[S5] forgets a hamlet that was taken from the officer, but never what waits', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const there = { hamlet: OTHER_HAMLET }
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }, there), registered(id(2), { headName: 'B' }, there), registered(id(3), { headName: 'C' })], { scope: [HAMLET, OTHER_HAMLET] }))
    await ledger.submit(household(id(2), { headName: 'B mới' }, { head: { kind: 'household', hamlet: OTHER_HAMLET, household: null, person: null } }))

    await ledger.replica.applyPage(COMMUNE, page([], { scope: [HAMLET] }))

    expect(ledger.cards().map((card) => card.name).sort()).toEqual(['B mới', 'C'])
  })

  it('[S5] forgets nothing when the server says the hamlets are as before', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }), registered(id(2), { headName: 'B' }, { hamlet: OTHER_HAMLET })], { scope: [HAMLET, OTHER_HAMLET] }))

    await ledger.replica.applyPage(COMMUNE, page([], { scope: null }))

    expect(ledger.cards().map((card) => card.name).sort()).toEqual(['A', 'B'])
  })

  it('[S5] forgets a record of a hamlet that was taken away as soon as no work waits on it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const hamlet = (of: string) => ({ id: of, code: '01', name: 'Lập Lá', labourTarget: 0, asxhTarget: 0 })
    const context = { hash: 'h', commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, people: [], settings: { minAge: 15, autoLockMinutes: 5 }, extensions: [] }
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }, { hamlet: OTHER_HAMLET })], { scope: [HAMLET, OTHER_HAMLET] }))
    await ledger.submit(household(id(1), { headName: 'A mới' }, { head: { kind: 'household', hamlet: OTHER_HAMLET, household: null, person: null } }))
    await ledger.replica.saveContext(COMMUNE, { ...context, hamlets: [hamlet(HAMLET)] })
    await ledger.replica.applyPage(COMMUNE, page([], { reset: true, scope: [HAMLET] }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'outOfScope' }, receipt: 'r' }])
    const waiting = ledger.cards().map((card) => card.name)
    await ledger.setAside(DEVICE, 1)

    await ledger.replica.applyPage(COMMUNE, page([], { scope: null }))

    expect([waiting, ledger.cards(), await ledger.getRecord(id(1))]).toEqual([['A mới'], [], undefined])
  })

  it.each([
    ['refused', { kind: 'refused', reason: 'outOfScope' }, [{ headName: 'A mới' }]],
    ['held, which waits at the server for whoever may choose', { kind: 'held', version: 2, fields: ['headName'], reason: 'overlap' }, []],
  ] as const)('[S5] of what is somebody else’s by now keeps at the end of a pull what was typed here, and no more: %s', async (_, outcome, left) => {
    const ledger = await (await deviceWorld()).enrol()
    const [mine, others] = [registered(id(1), { headName: 'A', householdCode: 'H1', phone: '0900000000' }), registered(id(2), { headName: 'B' })]
    await ledger.replica.applyPage(COMMUNE, page([mine, others]))
    await ledger.submit(household(id(1), { headName: 'A mới', householdCode: 'H1', phone: '0900000000' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome, receipt: 'r' }])
    await ledger.replica.applyPage(COMMUNE, page([], { reset: true }))
    const midway = await ledger.getRecord(id(1))

    await ledger.replica.applyPage(COMMUNE, page([others], { done: true }))

    expect(midway?.server?.answers).toEqual(mine.answers)
    const record = await ledger.getRecord(id(1))
    expect([record?.server ?? null, (record ? [record] : []).map(({ answers }) => answers), (await ledger.pending()).length]).toEqual([null, left, left.length])
    expect(ledger.cards().map(({ name }) => name).sort()).toEqual([...left.map(({ headName }) => headName), 'B'])
    // What the server took comes back to one that loses it.
    expect(await ledger.outbox.sendAgain(COMMUNE, NEXT_EPOCH, 0)).toBe(1 - left.length)
  })

  it('[S5] forgets a record that was moved out of reach while its last edit was on the way', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'A' }), registered(id(2), { headName: 'B' })]))
    await ledger.submit(household(id(1), { headName: 'A mới' }))
    await ledger.submit(household(id(2), { headName: 'B mới' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 3 }, receipt: 'r1' }, { counter: 2, outcome: { kind: 'accepted', version: 2 }, receipt: 'r2' }])
    await ledger.replica.applyPage(COMMUNE, page([], { reset: true }))
    const midway = ledger.cards().map((card) => card.name)

    await ledger.replica.applyPage(COMMUNE, page([registered(id(2), { headName: 'B mới' }, { version: 2 })], { done: true }))

    expect([midway, ledger.cards().map((card) => card.name), await ledger.getRecord(id(1))]).toEqual([['A mới', 'B mới'], ['B mới'], undefined])
    expect((await ledger.taken(5)).map(({ receipt }) => receipt)).toEqual(['r2', 'r1'])
  })

  it('keeps a record of a kind this version does not know, raw, without a card', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const strange = { ...registered(id(1), { soil: 'red' }), kind: 'field', form: 'field@1' } as never

    const applied = await ledger.replica.applyPage(COMMUNE, page([strange]))

    expect([applied, ledger.cards(), (await ledger.getRecord(id(1)))?.answers]).toEqual([{ ok: true, value: null }, [], { soil: 'red' }])
  })

  it('keeps context and holder encrypted beside the records', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    const context = { hash: 'h1', commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, hamlets: [], people: [], settings: { minAge: 15, autoLockMinutes: 5 }, extensions: [] }
    const holder = { userId: id(90), username: 'ktor.ninhson', name: 'Katơr Thị Hoa', role: 'officer', communes: [{ code: COMMUNE, name: 'Ninh Sơn' }] } as const
    await ledger.replica.saveContext(COMMUNE, context)
    await ledger.saveHolder(holder)
    ledger.lock()

    const again = await world.unlock()

    expect([again.context(COMMUNE), again.replica.contextHash(COMMUNE), again.holder()]).toEqual([context, 'h1', holder])
  })
})

describe('a supervisor', () => {
  it('accepts and returns on the version seen, and sees it before the next pull', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const form = { kind: 'labour', form: 'labour@1', household: id(8), person: id(9), status: 'submitted' } as const
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { fullName: 'Ban' }, { ...form, version: 3 }), registered(id(2), { fullName: 'Tơr' }, { ...form, version: 5 })]))

    await ledger.review([{ type: 'accept', commune: COMMUNE, record: id(1), base: 3 }])
    await ledger.review([{ type: 'return', commune: COMMUNE, record: id(2), base: 5, notes: [{ field: 'born', text: 'xem lại thẻ' }] }])
    await ledger.outbox.settle(COMMUNE, [accepted(1, 4), accepted(2, 6)])

    expect([ledger.card(id(1)), ledger.card(id(2))]).toMatchObject([{ status: 'accepted', local: null }, { status: 'returned', local: null }])
  })
})

describe('a device that was enrolled anew', () => {
  it('[S16] begins at 1 under its new id; what waits goes out sealed under the old one, and leaves when handed in', async () => {
    const world = await deviceWorld()
    const before = await world.enrol()
    await before.submit(household(id(1), { headName: 'Ban' }))
    before.lock()
    await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: id(77) })] })
    const ledger = await world.unlock()

    await ledger.submit(household(id(2), { headName: 'Tơr' }))

    expect((await ledger.outbox.waiting(COMMUNE, 10)).map((one) => [one.counter, one.operation?.record])).toEqual([[1, id(2)]])
    expect([await ledger.outbox.waitingCount(COMMUNE), ledger.cards().length]).toEqual([2, 2])
    const envelopes = await world.queue.envelopes(10)
    expect(envelopes.map((one) => [one.device, one.counter])).toEqual([[DEVICE, 1], [id(77), 1]])

    await world.queue.dropReceived(envelopes.slice(0, 1))
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))

    expect([await ledger.outbox.waitingCount(COMMUNE), (await ledger.pending()).map((one) => one.operation.record)]).toEqual([1, [id(2)]])
  })
})
