import { describe, expect, it } from 'vitest'
import { startSession } from '../../../src/server/accounts/sessions'
import { currentServerKey } from '../../../src/server/accounts/serverKeys'
import { secretsFrom } from '../../../src/server/secrets'
import { NINH_SON, OTHER_COMMUNE, serverWorld, type Person } from '../../support/database/serverWorld'
import { lockImportDevice } from '../../../src/server/sync/importDevice'

const world = await serverWorld()
const areas = [{ commune: NINH_SON, hamlets: null }, { commune: OTHER_COMMUNE, hamlets: null }]
const officer = await world.person('officer', areas)
const admin = await world.person('admin', areas)
const enrol = (person: Person, device: string, commune = NINH_SON) => world.send(person, 'POST', '/api/devices', { device, commune, label: 'Samsung A15' })
const revoke = (device: string, commune = NINH_SON) => world.send(admin, 'POST', `/api/admin/devices/${device}/revoke`, { commune })

describe('enrolling a device', () => {
  it('gives it a secret of 32 bytes, the register’s epoch and the key to seal to', async () => {
    const enrolled = (await enrol(officer, world.deps.newId())).json()

    expect(enrolled).toEqual({ epoch: expect.stringMatching(/^[0-9a-f-]{36}$/), deviceSecret: expect.stringMatching(/^[\w-]{43}$/), serverKey: { id: expect.any(String), publicKey: expect.stringMatching(/^[\w-]{87}$/) } })
  })

  it('answers the same again when the first answer was lost', async () => {
    const device = world.deps.newId()
    const [first, again] = [await enrol(officer, device), await enrol(officer, device)]

    expect(again.json()).toEqual(first.json())
  })

  it('does not hand a device to another account', async () => {
    const device = world.deps.newId()
    await enrol(officer, device)

    expect((await enrol(await world.person('officer', areas), device)).json()).toEqual({ error: 'forbidden' })
  })

  it('[S22] is remembered by the session that did it', async () => {
    const [person, other] = [await world.person('officer', areas), await world.person('officer', areas)]
    const enrolledBy = async (who: Person): Promise<unknown> => (await world.send(who, 'GET', '/api/me')).json().enrolled
    const device = world.deps.newId()
    const before = await enrolledBy(person)
    await enrol(person, device)

    expect([before, await enrolledBy(person), await enrolledBy(other)]).toEqual([false, true, false])
  })

  it('does not take back a revoked device', async () => {
    const device = world.deps.newId()
    const person = await world.person('officer', areas)
    await enrol(person, device)
    await revoke(device)

    const again = { ...person, session: await startSession(world.deps, person.id) }
    expect((await enrol(again, device)).json()).toEqual({ error: 'revokedDevice' })
  })

  it('is given to no session of an account that lost a device: nobody knows which of them its browser holds', async () => {
    const person = await world.person('officer', areas)
    const lost = world.deps.newId()
    await enrol(person, lost)
    const later = { ...person, session: await startSession(world.deps, person.id) }
    await enrol(later, world.deps.newId())
    await revoke(lost)

    const asked = [await enrol(person, world.deps.newId()), await enrol(later, world.deps.newId()), await world.send(later, 'GET', '/api/me')]
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401])
  })

  it('leaves an administrator who revokes an own phone signed in', async () => {
    const person = await world.person('admin', areas)
    const phone = world.deps.newId()
    await enrol(person, phone)
    const desk = { ...person, session: await startSession(world.deps, person.id) }
    await world.send(desk, 'POST', `/api/admin/devices/${phone}/revoke`, { commune: NINH_SON })

    expect([(await world.send(desk, 'GET', '/api/me')).statusCode, (await world.send(person, 'GET', '/api/me')).statusCode]).toEqual([200, 401])
  })

  it('gives all devices one key, however many ask at first', async () => {
    await world.deps.db.deleteFrom('server_key').execute()
    const answers = await Promise.all(Array.from({ length: 6 }, () => enrol(officer, world.deps.newId())))
    const key = await currentServerKey(world.deps)

    expect((await enrol(officer, world.deps.newId())).json().serverKey.id).toBe(key.id)
    expect(answers.every((answer) => answer.statusCode === 200)).toBe(true)
  })

  it('keeps secrets and private keys unreadable in the database', async () => {
    const { deviceSecret } = (await enrol(officer, world.deps.newId())).json()
    const rows = await world.deps.db.selectFrom('device').select('secret').execute()

    expect(rows.some(({ secret }) => secret.includes(Buffer.from(deviceSecret, 'base64url')))).toBe(false)
    const other = { ...world.deps, secrets: secretsFrom('another secret that is long enough to pass') }
    await expect(currentServerKey(other)).rejects.toThrow()
  })
})

describe('devices as the administrator sees them', () => {
  it('are listed for the commune with account, label and what was received', async () => {
    const device = world.deps.newId()
    await enrol(officer, device, OTHER_COMMUNE)
    await world.deps.db.transaction().execute((tx) => lockImportDevice(tx, OTHER_COMMUNE, admin.id, '2026-11-25T02:00:00.000Z'))

    const { devices } = (await world.send(admin, 'GET', `/api/admin/devices?commune=${OTHER_COMMUNE}`)).json()
    expect(devices).toEqual([{
      id: device, commune: OTHER_COMMUNE, userId: officer.id, label: 'Samsung A15', enrolledAt: '2026-11-25T02:00:00.000Z', lastSeenAt: null, revoked: false, last: 0,
    }])
  })

  it('are revoked once; again changes nothing', async () => {
    const device = world.deps.newId()
    await enrol(officer, device)
    expect((await revoke(device)).json()).toEqual({})
    world.advance(1000)
    expect((await revoke(device)).json()).toEqual({})

    const row = await world.deps.db.selectFrom('device').select('revoked_at').where('id', '=', device).executeTakeFirstOrThrow()
    expect(row.revoked_at).toBe('2026-11-25T02:00:00.000Z')
  })

  it('are not found in another commune or under no id', async () => {
    const device = world.deps.newId()
    await enrol(officer, device)

    expect((await revoke(device, OTHER_COMMUNE)).json()).toEqual({ error: 'notFound' })
    expect((await revoke('x')).json()).toEqual({ error: 'notFound' })
  })
})
