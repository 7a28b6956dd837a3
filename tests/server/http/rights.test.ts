import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Operation } from '../../../src/domain/records/operation'
import { joinAnswer } from '../../../src/protocol/answerFrames'
import { COLUMNS_TYPE } from '../../../src/protocol/codec'
import { readFrames } from '../../../src/protocol/columns/readColumns'
import type { SyncResponse } from '../../../src/protocol/messages'
import { writeRequest } from '../../../src/protocol/requestFrames'
import { NINH_SON } from '../../support/database/serverWorld'
import { village, type TestDevice } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

/* A body that takes minutes, on a thin line or on purpose: what its sender may do is what they may do when it has come. */

const { world, hamlet, otherHamlet, device, colleague } = await village()
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
await world.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = world.app.server.address() as AddressInfo
const open: ClientRequest[] = []
afterAll(() => open.forEach((each) => each.destroy()))

const noise = (n: number): string => Array.from({ length: 30 }, (_, at) => ((n + 1) * 7_919 * (at + 3) ** 3).toString(36)).join(' ').slice(0, 290)
const households = (officer: TestDevice, count: number): readonly Operation[] =>
  Array.from({ length: count }, (_, n) => officer.submit(world.deps.newId(), householdHead(hamlet), { ...householdAnswers({ householdCode: String(n) }), address: noise(n) }))

interface Answer { readonly status: number; readonly body: Buffer }

/** Begins a request, waits until its sender was looked up and `seen` has come of it; then does what happens meanwhile, and sends the rest. */
async function sendSlowly(officer: TestDevice, { path, type, bytes, first, seen = async () => {} }: { path: string; type: string; bytes: Uint8Array; first: number; seen?: () => Promise<void> }, meanwhile: () => Promise<unknown>): Promise<Answer> {
  const { token, csrf } = officer.person.session
  // Whoever is looked up after a while is noted to have been here.
  world.advance(11 * 60_000)
  const lastSeen = async () => (await world.deps.db.selectFrom('app_session').select('last_seen_at').where('user_id', '=', officer.person.id).executeTakeFirstOrThrow()).last_seen_at
  const before = await lastSeen()
  const sending = httpRequest({ port, host: '127.0.0.1', method: 'POST', path, headers: { 'content-type': type, 'content-length': bytes.length, accept: COLUMNS_TYPE, cookie: `sothon=${token}`, 'x-csrf-token': csrf } })
  open.push(sending.on('error', () => {}))
  const answered = new Promise<Answer>((done) => sending.on('response', (response: IncomingMessage) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }))
  }))
  sending.write(bytes.subarray(0, first))
  await vi.waitFor(async () => expect(await lastSeen()).not.toBe(before), { timeout: 10_000 })
  await seen()
  await meanwhile()
  sending.end(bytes.subarray(first))
  return answered
}

const judged = async (officer: TestDevice): Promise<number> => (await world.deps.db.selectFrom('device').select('last_counter').where('id', '=', officer.id).executeTakeFirstOrThrow()).last_counter
const pull = { cursor: null, maxBytes: 60_000 }
const narrowed = (officer: TestDevice) => () => world.send(admin, 'PATCH', `/api/admin/users/${officer.person.id}`, { areas: [{ commune: NINH_SON, hamlets: [otherHamlet] }], seen: { role: 'officer', areas: [{ commune: NINH_SON, hamlets: null }] } })
const signedOut = (officer: TestDevice) => () => world.send(admin, 'POST', `/api/admin/users/${officer.person.id}/sign-out`)
const disabled = (officer: TestDevice) => () => world.send(admin, 'PATCH', `/api/admin/users/${officer.person.id}`, { disabled: true })
const revoked = (officer: TestDevice) => () => world.send(admin, 'POST', `/api/admin/devices/${officer.id}/revoke`, { commune: NINH_SON })
/** The officer has signed in again meanwhile. */
const revokedAlone = (officer: TestDevice) => async () => {
  const { user_id, csrf, ...session } = await world.deps.db.selectFrom('app_session').selectAll().where('user_id', '=', officer.person.id).executeTakeFirstOrThrow()
  await revoked(officer)()
  return world.deps.db.insertInto('app_session').values({ user_id, csrf, ...session }).execute()
}

describe('a slow exchange', () => {
  const syncOf = (officer: TestDevice, ops: readonly Operation[]) => ({ path: '/api/sync', type: COLUMNS_TYPE, bytes: writeRequest(officer.request(ops, { pull })) })

  it('[S46] is judged and answered with the hamlets of when it has come', async () => {
    await colleague.push(colleague.submit(world.deps.newId(), householdHead(hamlet), householdAnswers()))
    const officer = await device('officer')

    const { status, body } = await sendSlowly(officer, { ...syncOf(officer, households(officer, 2)), first: 5 }, narrowed(officer))
    const answer = joinAnswer(readFrames(body))

    expect([status, answer?.outcomes.map(({ outcome }) => outcome), answer?.page?.records]).toEqual([200, [1, 2].map(() => ({ kind: 'refused', reason: 'outOfScope' })), []])
  })

  it.each([['the session ended', signedOut, 401], ['the account was disabled', disabled, 401], ['the device was revoked', revoked, 401], ['the device was revoked, and the session goes on', revokedAlone, 403]])('[S46] takes and tells nothing more once %s', async (_what, end, expected) => {
    const officer = await device('officer')
    const exchange = syncOf(officer, households(officer, 150))
    let before = 0
    const seen = () => vi.waitFor(async () => {
      before = await judged(officer)
      expect(before).toBeGreaterThan(0)
    }, { timeout: 10_000 })

    const { status, body } = await sendSlowly(officer, { ...exchange, first: exchange.bytes.length - 5, seen }, end(officer))

    expect([status, await judged(officer)]).toEqual([expected, before])
    expect(body.length).toBeLessThan(200)
  })

  it('[S46] keeps its answer whole where nothing was withdrawn', async () => {
    const officer = await device('officer')
    const exchange = syncOf(officer, households(officer, 150))
    const seen = () => vi.waitFor(async () => expect(await judged(officer)).toBeGreaterThan(0), { timeout: 10_000 })

    const { body } = await sendSlowly(officer, { ...exchange, first: exchange.bytes.length - 5, seen }, async () => {})

    const answer: SyncResponse | null | undefined = joinAnswer(readFrames(body))
    expect([answer?.last, answer?.outcomes.map(({ counter }) => counter)]).toEqual([150, Array.from({ length: 150 }, (_, n) => n + 1)])
  })
})

describe('any other slow request', () => {
  const twins = { path: `/api/communes/${NINH_SON}/twins`, type: 'application/json', bytes: Buffer.from(JSON.stringify({ name: 'Lò Thị Ban', born: '1990-02-03' })), first: 5 }

  it.each([
    ['its session ended', signedOut, 401],
    ['its sender has nothing more to do there', (officer: TestDevice) => () => world.deps.db.deleteFrom('user_commune').where('user_id', '=', officer.person.id).execute(), 403],
    ['its sender does not have the role any more', (officer: TestDevice) => () => world.deps.db.updateTable('app_user').set({ role: 'supervisor' }).where('id', '=', officer.person.id).execute(), 403],
  ])('[S46] does nothing once %s', async (_what, end, expected) => {
    const officer = await device('officer')

    const { status } = await sendSlowly(officer, twins, end(officer))

    expect(status).toBe(expected)
    expect(await world.deps.db.selectFrom('access_log').select('what').where('user_id', '=', officer.person.id).execute()).toEqual([])
  })
})
