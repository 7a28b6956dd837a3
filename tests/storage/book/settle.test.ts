import { describe, expect, it } from 'vitest'
import { COMMUNE, DEVICE, EPOCH, id, page, registered, withOneWaiting } from '../deviceWorld'

const accepted = (counter: number) => ({ counter, outcome: { kind: 'accepted', version: 1 } as const, receipt: `22810-${counter}` })
const held = { counter: 1, outcome: { kind: 'held', version: 2, fields: ['headName'], reason: 'overlap' } as const, receipt: '22810-1' }

describe('what the server answered', () => {
  it.each([['accepted', accepted(1)], ['held', held]])('[S8] as %s and is heard again an hour later changes nothing, also not when it was taken', async (_kind, outcome) => {
    const { world, ledger } = await withOneWaiting()
    const state = async () => [await ledger.pending(), await ledger.taken(5)]
    await ledger.outbox.settle(COMMUNE, [outcome])
    const before = await state()

    world.clock.ms += 3_600_000
    await ledger.outbox.settle(COMMUNE, [outcome])

    expect(await state()).toEqual(before)
  })

  it('[S6] after a pull had shown it already is kept all the same for a server that loses it', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Ban' })]))
    await ledger.outbox.settle(COMMUNE, [accepted(1)])
    expect(await ledger.pending()).toEqual([])

    expect(await ledger.outbox.sendAgain(COMMUNE, EPOCH.replace('e001', 'e002'), 0)).toBe(1)
  })

  it('[S6] as held goes back into the queue when the server that held it was put back', async () => {
    const { ledger } = await withOneWaiting()
    await ledger.outbox.settle(COMMUNE, [held])

    expect(await ledger.outbox.sendAgain(COMMUNE, EPOCH.replace('e001', 'e002'), 0)).toBe(1)

    expect([await ledger.outbox.waitingCount(COMMUNE), await ledger.pending()]).toMatchObject([1, [{ trouble: null }]])
  })

  it('[S15] as held, after a pull had shown what waits for a choice, waits for it here as well', async () => {
    const { ledger } = await withOneWaiting()
    const hold = { id: `${DEVICE}:1:headName`, field: 'headName', value: 'Lò Thị Ban', by: id(9), at: '2026-11-25T02:10:00.000Z', reason: 'overlap' } as const
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Lò Thị Bản' }, { version: 2, holds: [hold] })]))

    await ledger.outbox.settle(COMMUNE, [held])

    expect(await ledger.pending()).toMatchObject([{ operation: { counter: 1 }, trouble: { kind: 'held' } }])
  })
})
