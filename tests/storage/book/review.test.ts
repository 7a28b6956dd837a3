import { expect, it } from 'vitest'
import { COMMUNE, deviceWorld, HAMLET, id, page, registered } from '../deviceWorld'

/** A desk with records 1 to 3. */
async function desk() {
  const ledger = await (await deviceWorld()).enrol()
  await ledger.replica.applyPage(COMMUNE, page([1, 2, 3].map((n) => registered(id(n), { headName: 'Ban' }, { version: 2 }))))
  return ledger
}
const accept = (n: number) => ({ type: 'accept', commune: COMMUNE, record: id(n), base: 2 }) as const

it.each(['accept', 'move'] as const)('a decision to %s is on the version that was shown, not on the one that came in since', async (type) => {
  const ledger = await desk()
  const input = { commune: COMMUNE, record: id(1), base: 1 }

  const made = await ledger.review([type === 'accept' ? { ...input, type } : { ...input, type, hamlet: HAMLET, household: null, person: null, reply: 'Chưa có giấy chuyển' }])

  expect(made).toMatchObject({ ok: true, value: { made: [{ type, base: 1 }] } })
})

it('a decision on a record that left meanwhile is told, and keeps none of the others', async () => {
  const ledger = await desk()

  const made = await ledger.review([accept(1), accept(7), accept(2)])

  expect(made.ok && [made.value.made.map(({ record }) => record), made.value.gone]).toEqual([[id(1), id(2)], [id(7)]])
  expect((await ledger.pending()).map(({ operation }) => operation.record)).toEqual([id(1), id(2)])
})

it('many decisions are told the screens once, in the order they were made', async () => {
  const ledger = await desk()
  let told = 0
  ledger.subscribe(() => { told += 1 })

  const made = await ledger.review([accept(3), accept(1), accept(2)])

  expect(made.ok && made.value.made.map(({ record, counter }) => [record, counter])).toEqual([[id(3), 1], [id(1), 2], [id(2), 3]])
  expect(ledger.cards().map(({ local }) => local)).toEqual(['queued', 'queued', 'queued'])
  expect(told).toBe(1)
})

it('a decision takes the place of a refused one on the same form', async () => {
  const ledger = await desk()
  await ledger.review([accept(2)])
  await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'changedSince' }, receipt: 'r' }])

  await ledger.review([{ type: 'return', commune: COMMUNE, record: id(2), base: 2, notes: [{ field: 'headName', text: 'Xem lại' }] }])

  expect((await ledger.pending()).map(({ operation, trouble }) => [operation.type, trouble])).toEqual([['return', null]])
})

it('what was decided before the book locked is kept, and said to be', async () => {
  const ledger = await desk()
  const deciding = ledger.review([accept(1), accept(2), accept(3)])
  ledger.lock()

  expect(await deciding).toMatchObject({ ok: false, error: { failure: { kind: 'locked' } } })
})

it('[S15] a value chosen about is not asked about again, neither before the server was told nor before a pull shows it', async () => {
  const ledger = await (await deviceWorld()).enrol()
  const hold = { id: 'd:1:headName', field: 'headName', value: 'Bân', reason: 'overlap' as const, by: 'u', at: '2026-11-20T02:00:00.000Z' }
  await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { version: 2, holds: [hold] })]))
  const open = async () => (await ledger.getRecord(id(1)))?.holds.map((each) => each.id)
  expect(await open()).toEqual([hold.id])

  await ledger.review([{ type: 'resolve', commune: COMMUNE, record: id(1), base: 2, choices: [{ hold: hold.id, take: 'held' }] }])
  expect(await open()).toEqual([])

  await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 3 }, receipt: 'r' }])
  expect(await open()).toEqual([])
})

it('a value that waits for a choice asks for it after the book was closed too', async () => {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  const hold = { id: 'd:1:headName', field: 'headName', value: 'Bân', reason: 'overlap' as const, by: 'u', at: '2026-11-20T02:00:00.000Z' }
  await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { version: 2, holds: [hold] })]))
  expect(ledger.card(id(1))?.local).toBe('action')
  ledger.lock()

  expect((await world.unlock()).card(id(1))?.local).toBe('action')
})
