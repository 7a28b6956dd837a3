import { describe, expect, it } from 'vitest'
import { firstBatchSize, firstPageSize } from '../../../src/sync/pace/batchSize'
import { syncCommune } from '../../../src/sync/engine'
import type { EngineOutbox } from '../../../src/sync/enginePorts'
import { COMMUNE, DEVICE, deviceWorld, draft, HAMLET, household, id, page, registered } from '../deviceWorld'

describe('submitting a form', () => {
  it('[S19] queues the operation, seals its envelope and ends the draft', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.saveDraft(draft(id(1), { headName: 'Lò Thị Ban' }))

    const done = await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))

    expect(done.ok && done.value).toEqual({
      type: 'submit', counter: 1, record: id(1), base: 0, at: '2026-11-25T02:10:00.000Z', form: 'household@1',
      head: { kind: 'household', hamlet: HAMLET, household: null, person: null }, patch: { headName: 'Lò Thị Ban' },
    })
    expect(await ledger.findDraft(id(1))).toBeUndefined()
    expect(await ledger.outbox.waiting(COMMUNE, 10)).toEqual([{ counter: 1, operation: done.ok && done.value, wasSent: false }])
    const [envelope] = await world.queue.envelopes(10)
    expect(await world.openEnvelope(envelope)).toEqual(done.ok && done.value)
  })

  it('shows the record at once, and again after the book was closed', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
    const seen = ledger.card(id(1))
    ledger.lock()

    const again = await world.unlock()

    expect(seen).toMatchObject({ name: 'Lò Thị Ban', local: 'queued', status: null })
    expect(again.cards()).toEqual([seen])
  })

  it('[S13] sends only the fields that changed, a cleared one as null', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', address: 'Tổ 1', phone: '0912000111' }, { version: 4 })]))

    const done = await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }))

    expect(done.ok && done.value).toMatchObject({ base: 4, patch: { address: 'Tổ 2', phone: null } })
  })

  it('queues nothing for an unchanged form, and ends its draft', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await ledger.saveDraft(draft(id(1), { headName: 'Ban' }, { base: 1 }))

    const done = await ledger.submit(household(id(1), { headName: 'Ban' }))

    expect(done).toEqual({ ok: true, value: null })
    expect(await ledger.pending()).toEqual([])
    expect(ledger.card(id(1))).toMatchObject({ local: null })
  })

  it('queues a returned form that is sent again unchanged', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { status: 'returned', version: 2 })]))

    const first = await ledger.submit(household(id(1), { headName: 'Ban' }))
    const second = await ledger.submit(household(id(1), { headName: 'Ban' }))

    expect(first.ok && first.value).toMatchObject({ base: 2, patch: {} })
    expect(second).toEqual({ ok: true, value: null })
  })

  it('queues a new reason for a warning', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))

    const done = await ledger.submit(household(id(1), { headName: 'Ban' }, { reasons: { 'HH-001': 'đã hỏi lại' } }))

    expect(done.ok && done.value).toMatchObject({ patch: {}, reasons: { 'HH-001': 'đã hỏi lại' } })
  })

  it('[S7] counts 1, 2, 3 without a gap, also after the book was closed', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await Promise.all([1, 2, 3].map((n) => ledger.submit(household(id(n), { headName: `Hộ ${n}` }))))
    ledger.lock()
    const again = await world.unlock()
    await again.submit(household(id(4), { headName: 'Hộ 4' }))

    expect((await again.outbox.waiting(COMMUNE, 10)).map((one) => one.counter)).toEqual([1, 2, 3, 4])
  })

  it('[S13] makes one of two edits while the first was never sent, with one counter and one envelope', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', address: 'Tổ 1' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }))

    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban', address: 'Tổ 2' }))

    const waiting = await ledger.outbox.waiting(COMMUNE, 10)
    expect(waiting.map(({ counter, operation }) => [counter, operation])).toEqual([[1, expect.objectContaining({ base: 1, patch: { headName: 'Lò Thị Ban', address: 'Tổ 2' } })]])
    const [envelope, ...more] = await world.queue.envelopes(10)
    expect([await world.openEnvelope(envelope), more]).toEqual([waiting[0]?.operation, []])
  })

  it.each([
    ['in a batch', (world: Awaited<ReturnType<typeof deviceWorld>>, ledger: Awaited<ReturnType<typeof world.enrol>>) => ledger.outbox.markSent(COMMUNE, [1])],
    ['in an envelope', (world: Awaited<ReturnType<typeof deviceWorld>>) => world.queue.envelopes(10).then(() => undefined)],
  ])('[S13] leaves an edit that was sent once %s as it is', async (_how, send) => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    await send(world, ledger)

    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))

    expect((await ledger.outbox.waiting(COMMUNE, 10)).map(({ operation }) => operation)).toEqual([
      expect.objectContaining({ counter: 1, patch: { headName: 'Ban' } }),
      expect.objectContaining({ counter: 2, patch: { headName: 'Lò Thị Ban' } }),
    ])
  })

  it('[S13] sent again between the reading of the queue and its leaving leaves with what was typed last', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.submit(household(id(1), { headName: 'Ban' }))
    const outbox: EngineOutbox = {
      ...ledger.outbox,
      async markSent(commune, counters) {
        await ledger.submit(household(id(1), { headName: 'Lò Thị Ban' }))
        return ledger.outbox.markSent(commune, counters)
      },
    }
    const left: unknown[] = []
    const transport: Parameters<typeof syncCommune>[0]['transport'] = {
      async exchange({ ops }) {
        left.push(...ops)
        return { ok: false, error: { kind: 'offline' } }
      },
    }

    await syncCommune({ outbox, replica: ledger.replica, transport, pause: async () => {}, hasLine: () => false, random: () => 0.5 },
      { commune: COMMUNE, run: id(9), isCurrent: () => true, onProgress: () => {}, mayMend: true, line: { batch: firstBatchSize, page: firstPageSize } })

    expect(left).toEqual((await ledger.outbox.waiting(COMMUNE, 10)).map(({ operation }) => operation))
    expect(left).toMatchObject([{ counter: 1, patch: { headName: 'Lò Thị Ban' } }])
  })

  it('[S15] does not take back what a colleague corrected while the form was open', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const seen = { headName: 'Ban', phone: '0912000111', address: 'Tổ 1' }
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { ...seen, phone: '0912000999' }, { version: 2 })]))

    const done = await ledger.submit(household(id(1), { ...seen, address: 'Tổ 2' }, { base: 1, seen }))

    expect(done.ok && done.value).toMatchObject({ base: 1, patch: { address: 'Tổ 2' } })
    expect(done.ok && Object.keys(done.value?.type === 'submit' ? done.value.patch : {})).toEqual(['address'])
  })

  it('[S15] sends a field that both corrected with the version its author saw, so that the server can hold it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const seen = { headName: 'Ban', phone: '0912000111' }
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', phone: '0912000999' }, { version: 2 })]))

    const done = await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000222' }, { base: 1, seen }))

    expect(done.ok && done.value).toMatchObject({ base: 1, patch: { phone: '0912000222' } })
  })

  it('[S11] says a refused value and a refused clearing again, though the form shows them as at the start', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', phone: '0912000111', address: 'Tổ 1' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])
    const seen = { headName: 'Ban', address: 'Tổ 2' }

    const done = await ledger.submit(household(id(1), { ...seen, headName: 'Lò Thị Ban' }, { base: 1, seen }))

    expect(done.ok && done.value).toMatchObject({ base: 1, patch: { headName: 'Lò Thị Ban', address: 'Tổ 2', phone: null } })
  })

  it('[S11] leaves a refused form as it is, whose values the form did not show: a draft made in another book', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', address: 'Tổ 1' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000111' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])
    const seen = { headName: 'Ban', address: 'Tổ 1' }

    const done = await ledger.submit(household(id(1), { ...seen, headName: 'Lò Thị Ban' }, { base: 1, seen }))

    expect(done.ok && done.value).toMatchObject({ counter: 2, patch: { headName: 'Lò Thị Ban' } })
    expect((await ledger.pending()).map(({ operation, trouble }) => [operation.counter, trouble?.kind])).toEqual([[1, 'refused'], [2, undefined]])
    expect((await ledger.getRecord(id(1)))?.answers).toEqual({ headName: 'Lò Thị Ban', phone: '0912000111' })
  })

  it('[S11] ends a refused form that it answers anew', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000111' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])

    await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000222' }, { base: 1, seen: { headName: 'Ban' } }))

    expect((await ledger.pending()).map(({ operation }) => operation.counter)).toEqual([2])
  })

  it('[S11] ends a refused form that a later one from here has answered anew', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000111' }))
    await ledger.outbox.markSent(COMMUNE, [1])
    await ledger.submit(household(id(1), { headName: 'Ban', phone: '0912000222' }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])
    const seen = (await ledger.getRecord(id(1)))!.answers

    await ledger.submit(household(id(1), { ...seen, headName: 'Lò Thị Ban' }, { base: 1, seen }))

    expect((await ledger.pending()).filter(({ trouble }) => trouble)).toEqual([])
  })

  it('[S6] sends everything of a form whose record the register does not show (any more), prefilled values too', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const seen = { headName: 'Ban', address: 'Tổ 1' }

    const done = await ledger.submit(household(id(1), { ...seen, address: 'Tổ 2' }, { base: 3, seen }))

    expect(done.ok && done.value).toMatchObject({ base: 0, patch: { headName: 'Ban', address: 'Tổ 2' } })
  })

  it('[S13] keeps the first base when an edit takes the place of one made on an older form', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const seen = { headName: 'Ban', address: 'Tổ 1' }
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), seen, { version: 2 })]))
    await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }))

    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban', address: 'Tổ 1' }, { base: 1, seen }))

    expect((await ledger.outbox.waiting(COMMUNE, 10)).map(({ operation }) => operation)).toEqual([
      expect.objectContaining({ counter: 1, base: 1, patch: { headName: 'Lò Thị Ban', address: 'Tổ 2' } }),
    ])
  })

  it('[S15] begins another operation when the record has become newer: the earlier one goes on saying what its author saw', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await ledger.submit(household(id(1), { headName: 'Ban', address: 'Tổ 2' }, { base: 1 }))
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' }, { version: 2 })]))

    await ledger.submit(household(id(1), { headName: 'Lò Thị Ban', address: 'Tổ 2', phone: '0912345678' }, { base: 2 }))

    expect((await ledger.outbox.waiting(COMMUNE, 10)).map(({ operation }) => operation)).toMatchObject([
      { counter: 1, base: 1, patch: { address: 'Tổ 2' } }, { counter: 2, base: 2, patch: { phone: '0912345678' } },
    ])
  })

  it('writes under the device of the commune', async () => {
    const ledger = await (await deviceWorld()).enrol()

    expect([ledger.communes, ledger.outbox.device(COMMUNE)]).toEqual([[COMMUNE], DEVICE])
  })
})
