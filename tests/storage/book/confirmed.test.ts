import { describe, expect, it } from 'vitest'
import { COMMUNE, DEVICE, deviceWorld, HAMLET, household, id, page, registered, USER } from '../deviceWorld'

const context = (takesConfirmed: boolean) => ({
  hash: 'h', commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, people: [], extensions: [],
  hamlets: [{ id: HAMLET, code: 'T1', name: 'Thôn 1', labourTarget: 0, asxhTarget: 0 }], settings: { minAge: 15, autoLockMinutes: 5, ...(takesConfirmed && { takesConfirmed }) },
})

async function book(takesConfirmed = true) {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.replica.saveContext(COMMUNE, context(takesConfirmed))
  return { world, ledger, waiting: async () => (await ledger.outbox.waiting(COMMUNE, 10)).map(({ operation }) => operation) }
}
const answers = { headName: 'Ban', address: 'Tổ 1', phone: '0912000111' }
const confirmed = { headName: true, address: true } as const

describe('what was confirmed', () => {
  it('goes with the submission, into its envelope too, and is shown of the record at once', async () => {
    const { world, ledger, waiting } = await book()

    const done = await ledger.submit(household(id(1), answers, { confirmed }))

    expect(done.ok && done.value).toMatchObject({ patch: answers, confirmed })
    expect(await world.openEnvelope((await world.queue.envelopes(1))[0])).toEqual((await waiting())[0])
    expect((await ledger.getRecord(id(1)))?.confirmed).toEqual(confirmed)
  })

  it('is not spoken of where nothing was', async () => {
    const { ledger } = await book()

    const done = await ledger.submit(household(id(1), answers, { confirmed: {} }))

    expect(done.ok && done.value).not.toHaveProperty('confirmed')
    expect((await ledger.getRecord(id(1)))?.confirmed).toEqual({})
  })

  it('[S14] is not said to a server of before, which would refuse the whole form', async () => {
    const { ledger } = await book(false)

    const done = await ledger.submit(household(id(1), answers, { confirmed }))

    expect(done.ok && done.value).not.toHaveProperty('confirmed')
  })

  it('[S13] stays when edits become one, but of what was answered otherwise since', async () => {
    const { ledger, waiting } = await book()
    await ledger.submit(household(id(1), answers, { confirmed }))

    await ledger.submit(household(id(1), { ...answers, address: 'Tổ 2', walkNote: 'Cạnh cầu' }, { confirmed: { walkNote: true } }))

    expect(await waiting()).toEqual([expect.objectContaining({ counter: 1, confirmed: { headName: true, walkNote: true } })])
  })

  it('[S13] is said of what changes: an answer the record has already is not', async () => {
    const { ledger, waiting } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), answers, { submission: { by: USER, device: DEVICE, run: id(9), at: '2026-11-20T01:00:00.000Z', confirmed: { headName: true } } })]))

    await ledger.submit(household(id(1), { ...answers, address: 'Tổ 2' }, { confirmed }))

    expect(await waiting()).toEqual([expect.objectContaining({ patch: { address: 'Tổ 2' }, confirmed: { address: true } })])
    expect((await ledger.getRecord(id(1)))?.confirmed).toEqual(confirmed)
  })

  it('[S19] is not said of a value that came in while the form was open', async () => {
    const { ledger, waiting } = await book()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), answers)]))
    await ledger.submit(household(id(1), { ...answers, address: 'Tổ 2' }))

    await ledger.submit(household(id(1), { ...answers, phone: '0912000222' }, { base: 1, seen: answers, confirmed: { address: true, phone: true } }))

    expect(await waiting()).toEqual([expect.objectContaining({ patch: { address: 'Tổ 2', phone: '0912000222' }, confirmed: { phone: true } })])
  })

  it('[S11] of a refused form is shown with its values, to be said again', async () => {
    const { ledger } = await book()
    await ledger.submit(household(id(1), answers, { confirmed }))
    await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])

    expect((await ledger.getRecord(id(1)))?.confirmed).toEqual(confirmed)
  })
})
