import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { sealEnvelope } from '../../../src/protocol/sealing/envelope'
import type { Operation } from '../../../src/domain/records/operation'
import type { Envelope, EnvelopeResponse } from '../../../src/protocol/messages'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { NINH_SON } from '../../support/database/serverWorld'
import { village, type TestDevice } from '../../support/syncWorld'
import { createStrangerGate } from '../../../src/server/http/strangerGate'
import { createWorkGate } from '../../../src/server/http/workGate'
import { registerEnvelopeRoutes } from '../../../src/server/sync/envelopeRoutes'
import { importDeviceId } from '../../../src/server/sync/importDevice'

const { world, hamlet, officer, device, labour } = await village()

const household = (phone: TestDevice): Operation => phone.submit(world.deps.newId(), householdHead(hamlet), householdAnswers())
const seal = (phone: TestDevice, operation: Operation): Promise<Envelope> =>
  sealEnvelope({ operation, device: phone.id, commune: NINH_SON, deviceSecret: phone.deviceSecret, serverKey: phone.serverKey })
const hand = async (...envelopes: readonly Envelope[]): Promise<EnvelopeResponse['results'][number]['result'][]> => {
  const answer = await world.send(null, 'POST', '/api/envelopes', { run: randomUUID(), envelopes })
  return (answer.json() as EnvelopeResponse).results.map(({ result }) => result)
}
const operationsOf = (phone: TestDevice) => world.deps.db.selectFrom('operation').selectAll().where('device', '=', phone.id).orderBy('counter').execute()

describe('a sealed operation', () => {
  it('[S26] arrives without any sign-in, by its author\'s name', async () => {
    const phone = await device('officer')

    expect(await hand(await seal(phone, household(phone)))).toEqual(['received'])
    expect(await operationsOf(phone)).toMatchObject([{ counter: 1, author: phone.person.id, outcome: { kind: 'accepted' } }])
  })

  it('[S27] that came before its batch makes the batch a repeat', async () => {
    const phone = await device('officer')
    const operation = household(phone)
    await hand(await seal(phone, operation))

    expect((await phone.push(operation)).outcomes).toMatchObject([{ counter: 1, outcome: { kind: 'accepted', version: 1 } }])
    expect(await operationsOf(phone)).toHaveLength(1)
  })

  it('[S27] that comes after its batch is received and changes nothing', async () => {
    const phone = await device('officer')
    const operation = household(phone)
    await phone.push(operation)

    expect(await hand(await seal(phone, operation))).toEqual(['received'])
    expect(await operationsOf(phone)).toHaveLength(1)
  })

  it('[S27] that comes beside its batch is judged once', async () => {
    const phone = await device('officer')
    const operations = [household(phone), household(phone), household(phone)]
    const envelopes = await Promise.all(operations.map((operation) => seal(phone, operation)))

    const [received] = await Promise.all([hand(...envelopes), phone.push(...operations), hand(...envelopes)])

    expect(received).toEqual(['received', 'received', 'received'])
    expect((await operationsOf(phone)).map(({ counter }) => counter)).toEqual([1, 2, 3])
  })

  it('waits for the ones before it, in whatever order a courier brings them', async () => {
    const phone = await device('officer')
    const [first, second, third] = await Promise.all([household(phone), household(phone), household(phone)].map((operation) => seal(phone, operation)))

    expect(await hand(third!)).toEqual(['later'])
    expect(await hand(third!, first!)).toEqual(['later', 'received'])
    expect(await hand(third!, second!)).toEqual(['received', 'received'])
  })

  it('[S16] of a copy of the disk, under a counter that has another operation, is not taken for received', async () => {
    const phone = await device('officer')
    await hand(await seal(phone, household(phone)))

    expect(await hand(await seal(phone, { ...household(phone), counter: 1 }))).toEqual(['later'])
  })

  it('[S27] twice in one request keeps the next one waiting for nothing', async () => {
    const phone = await device('officer')
    const [first, second] = [await seal(phone, household(phone)), await seal(phone, household(phone))]

    expect(await hand(first, first, second)).toEqual(['received', 'received', 'received'])
  })

  it('is answered in the order sent, several phones together', async () => {
    const [one, two] = [await device('officer'), await device('member', [hamlet])]

    expect(await hand(await seal(one, household(one)), await seal(two, household(two)), await seal(one, household(one)))).toEqual(['received', 'received', 'received'])
  })

  it('refused by the rules is received: its reason waits at the author\'s next sync', async () => {
    const phone = await device('officer')
    const operation = phone.submit(world.deps.newId(), householdHead(hamlet), {})

    expect(await hand(await seal(phone, operation))).toEqual(['received'])
    expect((await phone.push(operation)).outcomes[0]?.outcome).toMatchObject({ kind: 'refused', reason: 'findings' })
  })

  it.each([
    ['sealed with another phone\'s secret', async (phone: TestDevice) => seal(Object.assign(phone, { deviceSecret: (await device('officer')).deviceSecret }), household(phone))],
    ['under another phone\'s name', async (phone: TestDevice) => ({ ...(await seal(phone, household(phone))), device: (await device('officer')).id })],
    ['with another counter on it', async (phone: TestDevice) => ({ ...(await seal(phone, household(phone))), counter: 2 })],
    ['for a key nobody has', async (phone: TestDevice) => ({ ...(await seal(phone, household(phone))), keyId: 'none' })],
    ['of a phone nobody enrolled', async (phone: TestDevice) => ({ ...(await seal(phone, household(phone))), device: randomUUID() })],
    ['that is no envelope', async (phone: TestDevice) => ({ ...(await seal(phone, household(phone))), sealed: '!!!' })],
  ])('[S28] %s is unreadable and judged by nobody', async (_case, make) => {
    const phone = await device('officer')
    const envelope = await make(phone)

    expect(await hand(envelope)).toEqual(['unreadable'])
    expect(await operationsOf(phone)).toEqual([])
  })

  it('[S38] that nests deeper than any operation is unreadable, and keeps nobody else\'s from being judged', async () => {
    const [bad, good] = [await device('member', [hamlet]), await device('officer')]
    const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])
    const deep = { ...household(bad), reasons: nested(40) } as unknown as Operation

    expect(await hand(await seal(bad, deep), await seal(good, household(good)))).toEqual(['unreadable', 'received'])
    expect(await operationsOf(bad)).toEqual([])
  })

  it('[S29] of a revoked phone is taken, and that it was is written down', async () => {
    const phone = await device('officer')
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', phone.id).execute()

    expect(await hand(await seal(phone, household(phone)))).toEqual(['received'])
    expect(await operationsOf(phone)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const log = await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('user_id', '=', phone.person.id).execute()
    expect(log).toEqual([{ user_id: phone.person.id, what: 'revokedEnvelopes' }])
  })

  it('[S29] of a revoked phone is marked on the record, until somebody else changes it', async () => {
    const phone = await device('officer')
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', phone.id).execute()
    const made = phone.submit(world.deps.newId(), householdHead(hamlet), householdAnswers({ householdCode: 'H-0029' }))
    await hand(await seal(phone, made))
    const marks = async () => (await world.deps.db.selectFrom('record').select('warnings').where('id', '=', made.record!).executeTakeFirstOrThrow()).warnings.map(({ id }) => id)
    expect(await marks()).toEqual(['DEV-REVOKED'])

    await officer.push(officer.submit(made.record!, householdHead(hamlet), { headName: 'Người Đã Xem' }, 1))

    expect(await marks()).toEqual([])
  })

  it.each([
    ['a revoked device', (desk: TestDevice) => world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', desk.id).execute()],
    ['a disabled account', (desk: TestDevice) => world.deps.db.updateTable('app_user').set({ disabled: true }).where('id', '=', desk.person.id).execute()],
  ])('of %s decides nothing: it is judged, refused and its counter is taken', async (_case, shutOut) => {
    const desk = await device('supervisor')
    const [one, two] = [await labour(), await labour()]
    await shutOut(desk)
    const operations = [
      desk.op({ type: 'accept', record: one.id, base: 1 }),
      desk.op({ type: 'return', record: two.id, base: 1, notes: [{ field: 'born', text: 'Xem lại.' }] }),
      desk.op({ type: 'resolve', record: one.id, base: 1, choices: [{ hold: 'x', take: 'current' }] }),
    ]

    expect(await hand(...(await Promise.all(operations.map((operation) => seal(desk, operation)))))).toEqual(['received', 'received', 'received'])
    const refused = { kind: 'refused', reason: 'notAllowed' }
    expect((await operationsOf(desk)).map(({ outcome }) => outcome)).toEqual([refused, refused, refused])
  })

  it('of a disabled account still brings what it collected', async () => {
    const phone = await device('officer')
    await world.deps.db.updateTable('app_user').set({ disabled: true }).where('id', '=', phone.person.id).execute()

    expect(await hand(await seal(phone, household(phone)))).toEqual(['received'])
    expect(await operationsOf(phone)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  })

  it('under the name of the imports is unreadable', async () => {
    const phone = await device('officer')
    const row = { id: importDeviceId(NINH_SON), commune: NINH_SON, user_id: phone.person.id, label: 'import', secret: Buffer.alloc(32, 1), enrolled_at: '2026-11-25T02:00:00.000Z', revoked_at: null, last_seen_at: null }
    await world.deps.db.insertInto('device').values(row).execute()

    expect(await hand({ ...(await seal(phone, household(phone))), device: row.id })).toEqual(['unreadable'])
  })
})

describe('a request that is no list of envelopes', () => {
  it.each([[{}], [{ run: randomUUID(), envelopes: [{ device: officer.id, commune: NINH_SON, counter: 1, keyId: 'k\u0000', sealed: 'AAAA' }] }], [{ run: 'x', envelopes: [] }], [{ run: randomUUID(), envelopes: Array(201).fill(null) }], [[]]])('gets a typed refusal: %j', async (body) => {
    const answer = await world.send(null, 'POST', '/api/envelopes', body)

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })
})

it('[S30] is told when to come back where too much stands before the gate, and nothing is begun', async () => {
  const gate = createWorkGate({ atOnce: 1, waiting: 0, now: () => performance.now() })
  void gate.run(() => new Promise(() => {}))
  const app = fastify()
  registerEnvelopeRoutes(app, world.deps, { gate, strangers: createStrangerGate({ places: 2, now: () => performance.now() }) })
  const phone = await device('officer')

  const answer = await app.inject({ method: 'POST', url: '/api/envelopes', payload: { run: randomUUID(), envelopes: [await seal(phone, household(phone))] } })
  await app.close()

  expect([answer.statusCode, answer.json(), await operationsOf(phone)]).toEqual([429, { error: 'tooMany', retryAfter: 1 }, []])
})
