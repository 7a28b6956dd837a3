import { describe, expect, it } from 'vitest'
import { COMMUNE, DEVICE, deviceWorld, household, id, page, registered } from '../deviceWorld'

const NEW_DEVICE = '0190a000-0000-7000-8000-00000000d002'
const THIRD_DEVICE = '0190a000-0000-7000-8000-00000000d003'

/** One household taken by the server and shown, one refused, two waiting. */
async function atWork() {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  for (const n of [1, 2, 3, 4]) await ledger.submit(household(id(n), { headName: `Hộ ${n}` }))
  await ledger.outbox.settle(COMMUNE, [
    { counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: 'a' },
    { counter: 2, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'b' },
  ])
  await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Hộ 1' })]))
  return { world, ledger }
}

const names = async (ledger: Awaited<ReturnType<typeof atWork>>['ledger']) =>
  (await ledger.outbox.waiting(COMMUNE, 10)).map(({ counter, operation }) => [counter, operation?.type === 'submit' && operation.patch.headName])

describe('a device whose id is used twice, or unknown', () => {
  it('[S16] goes on under a new one: what waits keeps its order, has new counters and can be read in its envelopes', async () => {
    const { world, ledger } = await atWork()

    await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)

    expect(ledger.outbox.device(COMMUNE)).toBe(NEW_DEVICE)
    expect(await names(ledger)).toEqual([[1, 'Hộ 3'], [2, 'Hộ 4']])
    const envelopes = await world.queue.envelopes(10)
    expect(envelopes.map(({ device, counter }) => [device, counter])).toEqual([[NEW_DEVICE, 1], [NEW_DEVICE, 2]])
    expect(await world.openEnvelope(envelopes[0])).toMatchObject({ counter: 1, patch: { headName: 'Hộ 3' } })
    expect((await ledger.pending()).filter(({ trouble }) => trouble)).toHaveLength(1)
  })

  it('[S11] sets aside the one refused form it is told to, and not that of the old id with the same counter', async () => {
    const { world, ledger } = await atWork()
    await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
    await ledger.outbox.settle(COMMUNE, [{ counter: 2, outcome: { kind: 'refused', reason: 'outOfScope' }, receipt: 'c' }])

    await ledger.setAside(NEW_DEVICE, 2)

    expect((await ledger.pending()).filter(({ trouble }) => trouble).map(({ device, operation }) => [device, operation.counter, operation.record])).toEqual([[DEVICE, 2, id(2)]])
  })

  it('[S6] sends everything it still has to a server that knows nothing of it', async () => {
    const { world, ledger } = await atWork()

    await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), true)

    expect(await names(ledger)).toEqual([[1, 'Hộ 1'], [2, 'Hộ 3'], [3, 'Hộ 4']])
  })

  it('[S6] sends also what it had sent under ids from before, in the order it was made, and keeps what a pull shows meanwhile', async () => {
    const { world, ledger } = await atWork()
    await ledger.outbox.settle(COMMUNE, [{ counter: 3, outcome: { kind: 'accepted', version: 1 }, receipt: 'c' }])
    await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
    await ledger.replica.applyPage(COMMUNE, page([registered(id(3), { headName: 'Hộ 3' })]))

    await ledger.outbox.renew(world.enrolment({ device: THIRD_DEVICE }), true)

    expect(await names(ledger)).toEqual([[1, 'Hộ 1'], [2, 'Hộ 3'], [3, 'Hộ 4']])
    expect((await world.queue.envelopes(10)).map(({ device, counter }) => [device, counter])).toEqual([1, 2, 3].map((counter) => [THIRD_DEVICE, counter]))
  })

  it('[S6] sends what went sealed under an id from before a second sign-in as well', async () => {
    const { world, ledger } = await atWork()
    ledger.lock()
    const signedIn = await world.vaults.enrol({ ...world.enrolInput, communes: [world.enrolment({ device: NEW_DEVICE })] })
    if (!signedIn.ok) throw new Error('the book did not open')
    const again = signedIn.value
    await world.queue.dropReceived([{ device: DEVICE, counter: 3 }])
    await again.replica.applyPage(COMMUNE, page([registered(id(3), { headName: 'Hộ 3' })]))

    await again.outbox.renew(world.enrolment({ device: THIRD_DEVICE }), true)

    expect(await names(again)).toEqual([[1, 'Hộ 1'], [2, 'Hộ 3'], [3, 'Hộ 4']])
  })

  it('counts on from there, after a restart as well', async () => {
    const { world, ledger } = await atWork()
    await ledger.outbox.renew(world.enrolment({ device: NEW_DEVICE }), false)
    ledger.lock()
    const again = await world.unlock()

    await again.submit(household(id(5), { headName: 'Hộ 5' }))

    expect(await names(again)).toEqual([[1, 'Hộ 3'], [2, 'Hộ 4'], [3, 'Hộ 5']])
  })
})
