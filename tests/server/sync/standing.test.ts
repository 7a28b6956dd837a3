import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deviceProof } from '../../../src/protocol/sealing/deviceProof'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { village, type TestDevice } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

const { world, hamlet, device } = await village()

const ask = async (phone: TestDevice, change: object = {}) => ({
  device: phone.id, commune: NINH_SON, after: 0, proof: await deviceProof({ device: phone.id, commune: NINH_SON, deviceSecret: phone.deviceSecret }), ...change,
})
/** Without a session: nobody is signed in. */
const standing = async (...devices: readonly object[]) => (await world.send(null, 'POST', '/api/standing', { devices })).json()
const revoke = (phone: TestDevice) => world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', phone.id).execute()
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
const disable = (phone: TestDevice, disabled = true) => world.send(admin, 'PATCH', `/api/admin/users/${phone.person.id}`, { disabled })
const household = (phone: TestDevice, answers = householdAnswers()) => phone.submit(world.deps.newId(), householdHead(hamlet), answers)

describe('[S40] a device that asks how it stands, nobody signed in', () => {
  it('hears nothing while it counts', async () => {
    expect(await standing(await ask(await device('officer')))).toEqual({ revoked: [], devices: [] })
  })

  it('hears that it is revoked, and how far its operations came', async () => {
    const phone = await device('officer')
    await phone.push(household(phone), household(phone))
    await revoke(phone)

    expect(await standing(await ask(phone))).toEqual({ revoked: [phone.id], devices: [{ device: phone.id, last: 2, untaken: 0 }] })
  })

  it('hears how many of those it has no answer to were refused or held', async () => {
    const phone = await device('officer')
    await phone.push(household(phone, {}), household(phone), household(phone, {}))
    await revoke(phone)

    expect(await standing(await ask(phone))).toMatchObject({ devices: [{ last: 3, untaken: 2 }] })
    expect(await standing(await ask(phone, { after: 1 }))).toMatchObject({ devices: [{ last: 3, untaken: 1 }] })
  })

  it('hears of the other devices of its book as well: it is erased as a whole', async () => {
    const [phone, other] = [await device('officer'), await device('officer')]
    await other.push(household(other))
    await revoke(phone)

    expect(await standing(await ask(phone), await ask(other))).toEqual({ revoked: [phone.id], devices: [{ device: phone.id, last: 0, untaken: 0 }, { device: other.id, last: 1, untaken: 0 }] })
  })

  it('of a disabled account hears the same, and counts again when that is enabled', async () => {
    const phone = await device('officer')
    await phone.push(household(phone), household(phone, {}))

    await disable(phone)
    const disabled = await standing(await ask(phone))
    await disable(phone, false)
    const enabled = await standing(await ask(phone))

    expect([disabled, enabled]).toEqual([{ revoked: [phone.id], devices: [{ device: phone.id, last: 2, untaken: 1 }] }, { revoked: [], devices: [] }])
  })

  it.each([
    ['with the secret of another', async (phone: TestDevice) => ask(phone, { proof: (await ask(await device('officer'))).proof })],
    ['with no proof', (phone: TestDevice) => ask(phone, { proof: '' })],
    ['with what is no proof', (phone: TestDevice) => ask(phone, { proof: '!' })],
    ['in another commune', (phone: TestDevice) => ask(phone, { commune: OTHER_COMMUNE })],
    ['under a name nobody has', (phone: TestDevice) => ask(phone, { device: randomUUID() })],
  ])('hears nothing %s', async (_case, make) => {
    const phone = await device('officer')
    await revoke(phone)

    expect(await standing(await make(phone))).toEqual({ revoked: [], devices: [] })
  })

  it.each([[{}], [{ devices: [{ device: 'x' }] }], [[]]])('gets a typed refusal to what is no question: %j', async (body) => {
    const answer = await world.send(null, 'POST', '/api/standing', body)

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })
})
