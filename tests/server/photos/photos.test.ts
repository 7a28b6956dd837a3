import { createHash } from 'node:crypto'
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import type { RecordHead } from '../../../src/domain/records/record'
import { createStrangerGate } from '../../../src/server/http/strangerGate'
import { createWorkGate } from '../../../src/server/http/workGate'
import { registerPhotoRoutes } from '../../../src/server/photos/photoRoutes'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { NINH_SON, OTHER_COMMUNE, type Person } from '../../support/database/serverWorld'
import { village } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

const { world, hamlet, otherHamlet, officer, desk, device, home } = await village()
const member = await device('member', [hamlet])
const elsewhere = await device('member', [otherHamlet])

/** Begins as a JPEG does. */
const photo = (seed: number, size = 5_000): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(Array.from({ length: size - 3 }, (_, at) => (at * seed) % 256))])
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url')
const url = (hash: string, commune = NINH_SON): string => `/api/communes/${commune}/photos/${hash}`

/** A beneficiary record that names a photo. */
async function recordOf(bytes: Buffer, by = officer) {
  const { household, person } = await home()
  const head: RecordHead = { kind: 'asxh', hamlet, household, person }
  const id = world.deps.newId()
  const { outcomes } = await by.push({ ...by.submit(id, head, { ...disabledElder, decisionPhoto: hashOf(bytes) }), form: 'asxh@2' })
  expect(outcomes[0]?.outcome.kind).toBe('accepted')
  return { id, head }
}
async function named(bytes: Buffer): Promise<string> {
  await recordOf(bytes)
  return hashOf(bytes)
}

async function send(person: Person | null, hash: string, at: number, bytes: Buffer, size: number) {
  const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(at), 'upload-length': String(size), ...(person && { cookie: `sothon=${person.session.token}`, 'x-csrf-token': person.session.csrf }) }
  return world.app.inject({ method: 'POST', url: url(hash), headers, payload: bytes })
}
const file = (person: Person, hash: string) => world.send(person, 'GET', `${url(hash)}/file`)

describe('a photo of a paper', () => {
  it('comes in parts, says how far it is, and is given to who reads its record; that is written down', async () => {
    const bytes = photo(3)
    const hash = await named(bytes)

    const status = await world.send(officer.person, 'GET', url(hash))
    const first = await send(officer.person, hash, 0, bytes.subarray(0, 2_000), bytes.length)
    const notYet = await file(desk.person, hash)
    const last = await send(officer.person, hash, 2_000, bytes.subarray(2_000), bytes.length)
    const seen = await file(desk.person, hash)

    expect([status.json(), first.json(), last.json()]).toEqual([{ received: 0, isWhole: false }, { received: 2_000, isWhole: false }, { received: 5_000, isWhole: true }])
    expect(notYet.json()).toEqual({ error: 'notFound' })
    expect([seen.headers['content-type'], seen.headers['cache-control'], seen.rawPayload.equals(bytes)]).toEqual(['image/jpeg', 'no-store', true])
    const log = await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('what', '=', 'photo').execute()
    expect(log).toEqual([{ user_id: desk.person.id, what: 'photo' }])
  })

  it('[S34] takes each part once, whatever is sent again or too early', async () => {
    const bytes = photo(5)
    const hash = await named(bytes)
    const part = (at: number, to: number) => send(officer.person, hash, at, bytes.subarray(at, to), bytes.length)

    const answers = [await part(0, 1_000), await part(0, 1_000), await part(3_000, 5_000), await part(1_000, 5_000), await part(1_000, 5_000)]

    expect(answers.map((answer) => answer.json().received)).toEqual([1_000, 1_000, 1_000, 5_000, 5_000])
    expect((await file(officer.person, hash)).rawPayload.equals(bytes)).toBe(true)
  })

  it('sent twice at once is there once', async () => {
    const bytes = photo(7)
    const hash = await named(bytes)

    const both = await Promise.all([1, 2].map(() => send(officer.person, hash, 0, bytes, bytes.length)))

    expect(both.map((answer) => answer.json())).toEqual([{ received: 5_000, isWhole: true }, { received: 5_000, isWhole: true }])
    expect((await file(officer.person, hash)).rawPayload.equals(bytes)).toBe(true)
  })

  it('[S34] that is not what the record named, or no JPEG, is thrown away and may come again', async () => {
    const bytes = photo(11)
    const hash = await named(bytes)
    const page = Buffer.from('<script>alert(1)</script>')
    const pageHash = await named(page)

    const other = await send(officer.person, hash, 0, photo(13), bytes.length)
    const script = await send(officer.person, pageHash, 0, page, page.length)
    const right = await send(officer.person, hash, 0, bytes, bytes.length)

    expect([other.json(), script.json(), right.json()]).toEqual([{ received: 0, isWhole: false }, { received: 0, isWhole: false }, { received: 5_000, isWhole: true }])
  })

  it('is as unknown as one that is not there to who does not read its record', async () => {
    const bytes = photo(17)
    const hash = await named(bytes)
    await send(officer.person, hash, 0, bytes, bytes.length)
    const stranger = await world.person('supervisor', [{ commune: OTHER_COMMUNE, hamlets: null }])

    expect((await file(member.person, hash)).statusCode).toBe(200)
    for (const answer of [await file(elsewhere.person, hash), await world.send(elsewhere.person, 'GET', url(hash)), await send(elsewhere.person, hash, 0, bytes, bytes.length), await file(officer.person, hashOf(photo(19))), await file(officer.person, 'x')]) {
      expect([answer.statusCode, answer.json()]).toEqual([404, { error: 'notFound' }])
    }
    expect((await file(stranger, hash)).json()).toEqual({ error: 'forbidden' })
    expect((await world.send(stranger, 'GET', `${url(hash, OTHER_COMMUNE)}/file`)).json()).toEqual({ error: 'notFound' })
  })

  it('of the papers of somebody living with HIV is given to no member of the village team, who may still bring it', async () => {
    const [decision, authorisation] = [photo(47), photo(61)]
    const withHiv = { groups: [{ code: 'BT06', coefficient: '20', validFrom: '2024-07' }, { code: 'BT08', coefficient: '15', validFrom: '2025-01' }], povertyStatus: 'HN', povertyYear: 2025, povertyB1: 80, povertyB2: 20 }
    const authorised = { accountStatus: 'AUTHORISED', authorisedFullName: 'Katơr Thị Ba', authorisedPersonalId: '058188000123', authorisedRelation: '2', authorisedDocumentNo: '12', authorisedDocumentDate: '2025-01-02', authorisedDocumentPhoto: hashOf(authorisation) }
    const { id, head } = await recordOf(decision)
    const { outcomes } = await officer.push({ ...officer.submit(id, head, { ...withHiv, ...authorised }, 1), form: 'asxh@2' })
    expect(outcomes).toMatchObject([{ outcome: { kind: 'accepted' } }])

    for (const bytes of [decision, authorisation]) {
      expect((await send(member.person, hashOf(bytes), 0, bytes, bytes.length)).json()).toEqual({ received: 5_000, isWhole: true })
      const refused = await file(member.person, hashOf(bytes))

      expect([refused.statusCode, refused.json()]).toEqual([404, { error: 'notFound' }])
      expect((await file(officer.person, hashOf(bytes))).statusCode).toBe(200)
      expect((await file(desk.person, hashOf(bytes))).statusCode).toBe(200)
    }
  })

  it('no record names any more is given to nobody', async () => {
    const [before, after] = [photo(23), photo(29)]
    const { household, person } = await home()
    const head: RecordHead = { kind: 'asxh', hamlet, household, person }
    const id = world.deps.newId()
    await officer.push({ ...officer.submit(id, head, { ...disabledElder, decisionPhoto: hashOf(before) }), form: 'asxh@2' })
    await send(officer.person, hashOf(before), 0, before, before.length)

    await officer.push({ ...officer.submit(id, head, { decisionPhoto: hashOf(after) }, 1), form: 'asxh@2' })

    expect((await file(officer.person, hashOf(before))).statusCode).toBe(404)
  })

  it('[S34] is taken from who wrote its record where that was moved out of their reach, and is not shown to them', async () => {
    const bytes = photo(37)
    const hash = hashOf(bytes)
    const { id, head } = await recordOf(bytes, member)
    const target = world.deps.newId()
    await officer.push(officer.submit(target, householdHead(otherHamlet), householdAnswers()))
    const where = { hamlet: otherHamlet, household: target }
    await desk.push(
      desk.op({ type: 'move', base: 1, record: head.person!, person: null, ...where }),
      desk.op({ type: 'move', base: 1, record: id, person: head.person, ...where }),
    )
    const stranger = await device('member', [hamlet])

    const refused = [await world.send(stranger.person, 'GET', url(hash)), await send(stranger.person, hash, 0, bytes, bytes.length)]
    const status = await world.send(member.person, 'GET', url(hash))
    const sent = await send(member.person, hash, 0, bytes, bytes.length)

    expect(refused.map((answer) => answer.json())).toEqual([{ error: 'notFound' }, { error: 'notFound' }])
    expect([status.json(), sent.json()]).toEqual([{ received: 0, isWhole: false }, { received: 5_000, isWhole: true }])
    expect((await file(member.person, hash)).statusCode).toBe(404)
    expect((await file(elsewhere.person, hash)).rawPayload.equals(bytes)).toBe(true)
  })

  it('[S34] taken again before it came is still taken from who sent the first, for the history', async () => {
    const [before, after] = [photo(41), photo(43)]
    const { id, head } = await recordOf(before, member)
    await member.push({ ...member.submit(id, head, { decisionPhoto: hashOf(after) }, 1), form: 'asxh@2' })

    const sent = await send(member.person, hashOf(before), 0, before, before.length)

    expect(sent.json()).toEqual({ received: 5_000, isWhole: true })
    expect((await file(member.person, hashOf(before))).statusCode).toBe(404)
  })

  it('[S34] of which another said more bytes than it has is taken from its beginning', async () => {
    const bytes = photo(29)
    const hash = await named(bytes)
    await send(officer.person, hash, 0, photo(31, 9_000).subarray(0, 7_000), 9_000)

    expect([await send(officer.person, hash, 4_000, bytes.subarray(4_000), bytes.length), await send(officer.person, hash, 0, bytes, bytes.length)].map((answer) => answer.json().received)).toEqual([0, 5_000])
  })

  it('too large, of no length or in no bytes is refused', async () => {
    const bytes = photo(31)
    const hash = await named(bytes)

    expect((await send(officer.person, hash, 0, bytes, 1_000_001)).json()).toEqual({ error: 'tooLarge' })
    expect((await send(officer.person, hash, 0, Buffer.alloc(300_001), 400_000)).json()).toEqual({ error: 'tooLarge' })
    for (const [at, size] of [['x', '10'], ['0', '0'], ['-1', '10']]) {
      const headers = { 'content-type': 'application/octet-stream', 'upload-offset': at!, 'upload-length': size!, cookie: `sothon=${officer.person.session.token}`, 'x-csrf-token': officer.person.session.csrf }
      expect((await world.app.inject({ method: 'POST', url: url(hash), headers, payload: bytes })).json()).toEqual({ error: 'malformed' })
    }
    expect((await world.send(officer.person, 'POST', url(hash), { a: 1 }, { headers: { 'upload-offset': '0', 'upload-length': '9', cookie: `sothon=${officer.person.session.token}`, 'x-csrf-token': officer.person.session.csrf } })).json()).toEqual({ error: 'malformed' })
  })

  it('[S30] waits before the gate, and is told when to come back where too much stands there', async () => {
    const gate = createWorkGate({ atOnce: 1, waiting: 1, now: () => performance.now() })
    let end = (): void => {}
    void gate.run(() => new Promise<void>((done) => (end = done)))
    const app = fastify()
    await app.register(cookie)
    registerPhotoRoutes(app, world.deps, { gate, strangers: createStrangerGate({ places: 2, now: () => performance.now() }) })
    const hash = await named(photo(67))
    const ask = (path = '') => app.inject({ url: url(hash) + path, headers: { cookie: `sothon=${officer.person.session.token}` } })

    const waiting = ask()
    while (!gate.refuses()) await new Promise(setImmediate)
    const turnedAway = [await ask(), await ask('/file'), await app.inject({ method: 'POST', url: url(hash) })]
    end()

    expect(turnedAway.map((answer) => [answer.statusCode, answer.json()])).toEqual(turnedAway.map(() => [429, { error: 'tooMany', retryAfter: expect.any(Number) }]))
    expect((await waiting).json()).toEqual({ received: 0, isWhole: false })
    await app.close()
  })
})
