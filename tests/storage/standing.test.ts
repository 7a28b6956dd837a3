import { describe, expect, it } from 'vitest'
import { deviceProof } from '../../src/protocol/sealing/deviceProof'
import type { StandingResponse } from '../../src/protocol/messages'
import { accountDatabase } from '../../src/storage/disk/accountDatabase'
import { openOwnDevices } from '../../src/storage/ownDevices'
import { closedPhone, COMMUNE, DEVICE, draft, EPOCH, household, id, page, registered, SECRET, USER, type DeviceWorld } from './deviceWorld'

const revoked = (last: number, untaken = 0): StandingResponse => ({ revoked: [DEVICE], devices: [{ device: DEVICE, last, untaken }] })
const devicesOf = (world: DeviceWorld) => openOwnDevices({ port: world.indexedDb, locks: world.locks })

/** A phone with one pulled record, locked; what `work` does in the open book stays on it. */
async function phone(work: Parameters<typeof closedPhone>[0] = async () => {}) {
  const world = await closedPhone(async (ledger, made) => {
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' })]))
    await work(ledger, made)
  })
  return { ...world, own: devicesOf(world) }
}
const send = (world: DeviceWorld) => async () => world.queue.dropReceived(await world.queue.envelopes(100))

describe('a closed book', () => {
  it('[S40] asks how its devices stand, with a proof and no key', async () => {
    const { own } = await phone()

    const proof = await deviceProof({ device: DEVICE, commune: COMMUNE, deviceSecret: SECRET })
    expect(await own.accounts()).toEqual([{ userId: USER, devices: [{ device: DEVICE, commune: COMMUNE, proof, after: 0 }] }])
  })

  it('asks about the operations it has no answer to', async () => {
    const world = await phone(async (ledger) => {
      for (const nth of [2, 3, 4]) await ledger.submit(household(id(nth), { headName: 'Ban' }))
      await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: '1' }])
    })

    expect((await world.own.accounts())[0]?.devices).toMatchObject([{ after: 1 }])
  })

  it('of an earlier version of the app can ask once it was opened', async () => {
    const world = await phone()
    const db = accountDatabase(USER, world.indexedDb)
    await db.devices.clear()
    db.close()
    expect((await world.own.accounts())[0]?.devices).toEqual([])

    ;(await world.unlock()).lock()

    expect((await world.own.accounts())[0]?.devices).toMatchObject([{ device: DEVICE }])
  })

  it('asks by the id it goes under now', async () => {
    const world = await phone((ledger) => ledger.outbox.renew({ code: COMMUNE, device: id(77), deviceSecret: SECRET, serverKey: { id: 'k2', publicKey: 'x' }, epoch: EPOCH }, false))

    expect((await world.own.accounts())[0]?.devices).toMatchObject([{ device: id(77) }])
  })

  it('whose devices count loses nothing of what was sent when it is forgotten', async () => {
    const world = await phone((ledger) => ledger.submit(household(id(2), { headName: 'Ban' })))
    await send(world)()

    await world.own.take(USER, { revoked: [], devices: [] })

    expect((await world.vaults.lossesOf(USER)).untaken).toBe(0)
  })

  it('is left alone while its devices count', async () => {
    const { own, vaults } = await phone()

    expect(await own.take(USER, { revoked: [], devices: [] })).toBe('counts')
    expect(await vaults.list()).toMatchObject([{ userId: USER, isRevoked: false }])
  })
})

describe('[S40] the book of a revoked device', () => {
  it('is erased where the server has everything, and that it was is said until somebody signs in', async () => {
    const world = await phone((ledger) => ledger.submit(household(id(2), { headName: 'Ban' })))
    await send(world)()

    expect(await world.own.take(USER, revoked(1))).toBe('erased')

    expect([await world.vaults.list(), await world.vaults.erased(), await world.own.accounts()]).toEqual([[], ['ktor.ninhson'], []])
    expect((await world.indexedDb.indexedDB.databases()).map(({ name }) => name)).toEqual(['sothon'])
    ;(await world.enrol()).lock()
    expect(await world.vaults.erased()).toEqual([])
  })

  it.each<readonly [string, Parameters<typeof phone>[0], StandingResponse]>([
    ['an envelope', (ledger) => ledger.submit(household(id(2), { headName: 'Ban' })), revoked(1)],
    ['a form begun', (ledger) => ledger.saveDraft(draft(id(1), { headName: 'Bân' })), revoked(0)],
    ['a photo', (ledger) => ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: new Uint8Array([1, 2, 3]) }), revoked(0)],
    ['a note', (ledger) => ledger.saveNotes(id(1), { headName: 'Xem lại' }), revoked(0)],
  ])('is kept, locked, while there is %s', async (_what, work, standing) => {
    const world = await phone(work)

    expect(await world.own.take(USER, standing)).toBe('revoked')

    expect(await world.vaults.list()).toMatchObject([{ userId: USER, isRevoked: true }])
    const ledger = await world.unlock()
    expect(ledger.cards().map((card) => card.id)).toContain(id(1))
  })

  it.each([
    ['refused', { kind: 'refused', reason: 'findings' }],
    ['held', { kind: 'held', version: 1, fields: ['headName'], reason: 'overlap' }],
  ] as const)('is kept while a person has not dealt with what was %s', async (_what, outcome) => {
    const world = await phone(async (ledger) => {
      await ledger.submit(household(id(2), { headName: 'Ban' }))
      await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome, receipt: '1' }])
    })

    expect(await world.own.take(USER, revoked(1))).toBe('revoked')
  })

  it('is kept where the server says it did not simply take what came sealed', async () => {
    const world = await phone((ledger) => ledger.submit(household(id(2), { headName: 'Ban' })))
    await send(world)()

    expect(await world.own.take(USER, revoked(1, 1))).toBe('revoked')
    expect(await world.vaults.lossesOf(USER)).toEqual({ drafts: 0, photos: 0, troubled: 0, notes: 0, untaken: 1 })
  })

  it('is kept where the server, put back to an older state, has less than it once said to have', async () => {
    const world = await phone(async (ledger) => {
      await ledger.submit(household(id(2), { headName: 'Ban' }))
      await ledger.outbox.settle(COMMUNE, [{ counter: 1, outcome: { kind: 'accepted', version: 1 }, receipt: '1' }])
      await ledger.submit(household(id(3), { headName: 'Bân' }))
    })

    await world.own.take(USER, revoked(0))

    expect((await world.vaults.lossesOf(USER)).untaken).toBe(1)
    await send(world)()
    expect(await world.own.take(USER, revoked(0))).toBe('revoked')
    expect(await world.own.take(USER, revoked(2))).toBe('erased')
  })

  it('is kept where the server does not know all its devices', async () => {
    const world = await phone((ledger) => ledger.submit(household(id(2), { headName: 'Ban' })))
    await send(world)()

    expect(await world.own.take(USER, { revoked: ['another'], devices: [] })).toBe('counts')
    expect(await world.own.take(USER, { revoked: [DEVICE], devices: [] })).toBe('revoked')
  })

  it('is not erased under the hands of whoever has it open, in whatever tab', async () => {
    const world = await phone()
    const ledger = await world.unlock()

    expect(await world.own.take(USER, revoked(0))).toBe('revoked')
    expect((await ledger.saveDraft(draft(id(1), { headName: 'Bân' }))).ok).toBe(true)
    ledger.lock()

    expect(await world.own.take(USER, revoked(0))).toBe('revoked')
  })

  it('that was killed while it was erased is erased at the next contact', async () => {
    const world = await phone()
    const db = accountDatabase(USER, world.indexedDb)
    for (const table of db.tables) if (table.name !== 'devices') await table.clear()
    db.close()

    expect(await world.own.take(USER, revoked(0))).toBe('erased')
  })

  it('leaves what is carried for others, and the book of another on the same phone', async () => {
    const world = await phone()
    const other = await world.vaults.enrol({ ...world.enrolInput, userId: id(9), username: 'khac', communes: [world.enrolment({ device: id(78) })] })
    if (other.ok) other.value.lock()

    expect(await world.own.take(USER, revoked(0))).toBe('erased')

    expect(await world.vaults.list()).toMatchObject([{ userId: id(9), isRevoked: false }])
  })
})
