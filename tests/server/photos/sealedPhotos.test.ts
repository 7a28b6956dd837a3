import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RecordHead } from '../../../src/domain/records/record'
import { toBase64url } from '../../../src/protocol/base64url'
import { draftKey, sealDraft } from '../../../src/protocol/sealing/draftSeal'
import { newPhotoKey, partsFrom, PHOTO_PART, photoSecretKey, sealPhoto, wrapPhotoKey } from '../../../src/protocol/sealing/photoSeal'
import type { SealedPhotoRequest } from '../../../src/protocol/sealing/sealedPhotos'
import { disabledElder } from '../../domain/forms/completeAnswers'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'

const { world, hamlet, device, home, desk } = await village()

/** Begins as a JPEG does. */
const photo = (seed: number, size = 80_000): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(Array.from({ length: size - 3 }, (_, at) => (at * seed) % 256))]))
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

/** A photo as it lies on the phone, and its parts. */
async function sealed(phone: TestDevice, bytes: Uint8Array<ArrayBuffer>, change: { readonly record?: string; readonly hash?: string } = {}) {
  const place = { device: phone.id, commune: NINH_SON, record: randomUUID(), hash: hashOf(bytes), size: bytes.length, ...change }
  const raw = newPhotoKey()
  const key = toBase64url(await wrapPhotoKey(await photoSecretKey(phone.deviceSecret), place, raw))
  const parts = partsFrom(await sealPhoto(raw, place, bytes), 0, 99).map(toBase64url)
  return { head: { ...place, key }, parts }
}
/** Without a session: nobody is signed in. */
const post = (request: Partial<SealedPhotoRequest>) => world.send(null, 'POST', '/api/sealed-photos', request)
const hand = async (request: Partial<SealedPhotoRequest>) => (await post(request)).json()
const file = (phone: TestDevice, hash: string) => world.send(phone.person, 'GET', `/api/communes/${NINH_SON}/photos/${hash}/file`)
const whole = { result: 'received', received: 80_000, isWhole: true }
const none = { result: 'received', received: 0, isWhole: false }

async function sendForm(phone: TestDevice, bytes: Uint8Array) {
  const { household, person } = await home()
  const head: RecordHead = { kind: 'asxh', hamlet, household, person }
  const { outcomes } = await phone.push({ ...phone.submit(world.deps.newId(), head, { ...disabledElder, decisionPhoto: hashOf(bytes) }), form: 'asxh@2' })
  expect(outcomes[0]?.outcome.kind).toBe('accepted')
}

/** A draft that names the photo, at the server for its author. */
async function rescuedDraft(phone: TestDevice, bytes: Uint8Array): Promise<string> {
  const draft = { id: randomUUID(), commune: NINH_SON, head: { kind: 'asxh', hamlet, household: null, person: null }, form: 'asxh@2', base: 0, answers: { decisionPhoto: hashOf(bytes) }, reasons: {}, savedAt: '2026-11-25T01:00:00.000Z' }
  const place = { device: phone.id, commune: NINH_SON, record: draft.id }
  await world.send(null, 'POST', '/api/sealed-drafts', { drafts: [{ ...place, sealed: toBase64url(await sealDraft(await draftKey(phone.deviceSecret), place, draft)) }] })
  return draft.id
}

describe('a photo of a book that is no more', () => {
  it('[S44] arrives part by part without any sign-in, and its record shows it as if it had been sent', async () => {
    const [phone, bytes] = [await device('officer'), photo(3)]
    const { head, parts } = await sealed(phone, bytes)
    await sendForm(phone, bytes)
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T01:00:00.000Z' }).where('id', '=', phone.id).execute()

    const answers = [await hand({ ...head, at: 0, parts: [] }), await hand({ ...head, at: 0, parts: parts.slice(0, 1) }), await hand({ ...head, at: 0, parts: [] }), await hand({ ...head, at: PHOTO_PART, parts: parts.slice(1) })]

    expect(answers).toEqual([none, { ...none, received: PHOTO_PART }, { ...none, received: PHOTO_PART }, whole])
    expect((await file(desk, head.hash)).rawPayload.equals(Buffer.from(bytes))).toBe(true)
    const log = await world.deps.db.selectFrom('access_log').select(['user_id', 'what']).where('record', '=', head.record).execute()
    expect(log).toEqual([{ user_id: phone.person.id, what: 'sealedPhotos' }])
  })

  it('[S44] goes on in the middle of a part where it was begun with a session, and counts once however often it comes', async () => {
    const [phone, bytes] = [await device('officer'), photo(5)]
    const { head, parts } = await sealed(phone, bytes)
    await sendForm(phone, bytes)
    const headers = { 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': '80000', cookie: `sothon=${phone.person.session.token}`, 'x-csrf-token': phone.person.session.csrf }
    await world.app.inject({ method: 'POST', url: `/api/communes/${NINH_SON}/photos/${head.hash}`, headers, payload: Buffer.from(bytes.subarray(0, 40_000)) })

    expect([await hand({ ...head, at: 0, parts: [] }), await hand({ ...head, at: PHOTO_PART, parts: parts.slice(1) }), await hand({ ...head, at: 0, parts })]).toEqual([{ ...none, received: 40_000 }, whole, whole])
    expect((await file(phone, head.hash)).rawPayload.equals(Buffer.from(bytes))).toBe(true)
  })

  it('[S44] of a draft is seen by the author of that draft and by nobody else', async () => {
    const [phone, bytes] = [await device('member', [hamlet]), photo(7)]
    const { head, parts } = await sealed(phone, bytes, { record: await rescuedDraft(phone, bytes) })

    expect(await hand({ ...head, at: 0, parts })).toEqual(whole)

    expect((await file(phone, head.hash)).rawPayload.equals(Buffer.from(bytes))).toBe(true)
    expect([(await file(desk, head.hash)).statusCode, (await file(await device('officer'), head.hash)).statusCode]).toEqual([404, 404])
  })

  it('[S44] is seen by who brought it to its end, not by who began it without having it', async () => {
    const [phone, other, bytes] = [await device('member', [hamlet]), await device('member', [hamlet]), photo(23)]
    const { head, parts } = await sealed(phone, bytes, { record: await rescuedDraft(phone, bytes) })
    const wrong = await sealed(other, photo(29), { record: await rescuedDraft(other, bytes), hash: head.hash })

    expect([await hand({ ...wrong.head, at: PHOTO_PART, parts: wrong.parts.slice(1) }), await hand({ ...head, at: 0, parts })]).toEqual([none, whole])

    expect([(await file(phone, head.hash)).statusCode, (await file(other, head.hash)).statusCode]).toEqual([200, 404])
  })

  it('[S44] of which another said more bytes than it has goes on from its beginning', async () => {
    const [phone, bytes] = [await device('officer'), photo(31)]
    const { head, parts } = await sealed(phone, bytes)
    const wrong = await sealed(await device('officer'), photo(37, 120_000), { hash: head.hash })
    await hand({ ...wrong.head, at: 0, parts: wrong.parts.slice(0, 3) })

    expect([await hand({ ...head, at: 0, parts: [] }), await hand({ ...head, at: 0, parts })]).toEqual([none, whole])
  })

  it.each<readonly [string, (phone: TestDevice) => Promise<Partial<SealedPhotoRequest>>]>([
    ['whose key another phone wrapped', async (phone) => ({ ...(await sealed(await device('officer'), photo(11))).head, device: phone.id, at: 0, parts: [] })],
    ['of a phone nobody enrolled', async (phone) => ({ ...(await sealed(phone, photo(11))).head, device: randomUUID(), at: 0, parts: [] })],
    ['under another record', async (phone) => ({ ...(await sealed(phone, photo(11))).head, record: randomUUID(), at: 0, parts: [] })],
    ['in another commune', async (phone) => ({ ...(await sealed(phone, photo(11))).head, commune: OTHER_COMMUNE, at: 0, parts: [] })],
    ['with a part of another place', async (phone) => {
      const { head, parts } = await sealed(phone, photo(11))
      return { ...head, at: 0, parts: [parts[1]!] }
    }],
    ['with a part that is not sealed', async (phone) => ({ ...(await sealed(phone, photo(11))).head, at: 0, parts: ['!'] })],
    ['from within a part', async (phone) => ({ ...(await sealed(phone, photo(11))).head, at: 5, parts: [] })],
  ])('[S44] %s is unreadable and leaves nothing', async (_case, make) => {
    const request = await make(await device('officer'))

    expect(await hand(request)).toEqual({ ...none, result: 'unreadable' })
    expect(await world.deps.db.selectFrom('photo').select('hash').where('hash', '=', request.hash ?? '').execute()).toEqual([])
  })

  it('[S44] that is not what its name says, or no JPEG, is thrown away', async () => {
    const phone = await device('officer')
    const page = new Uint8Array(Buffer.from('<script>alert(1)</script>'))
    for (const { head, parts } of [await sealed(phone, photo(13), { hash: hashOf(photo(17)) }), await sealed(phone, page)]) {
      expect(await hand({ ...head, at: 0, parts })).toEqual(none)
      expect(await world.deps.db.selectFrom('photo').select('hash').where('hash', '=', head.hash).execute()).toEqual([])
    }
  })

  it('too large or of no shape is refused; beyond a number nobody ever had waiting it is to come later', async () => {
    const phone = await device('officer')
    const { head, parts } = await sealed(phone, photo(19))
    expect([(await hand({ ...head, size: 1_000_001, at: 0, parts: [] })), await hand({ ...head, at: 0, parts: Array.from({ length: 9 }, () => '') })]).toEqual([{ error: 'malformed' }, { error: 'malformed' }])
    const rows = Array.from({ length: 1_000 }, (_, n) => ({ commune: NINH_SON, hash: `h${n}`, size: 9, received: 0, sent_by: phone.person.id, begun_at: '2026-11-25T01:00:00.000Z', whole_at: null, sealed_by: phone.id, sealed_of: null }))
    await world.deps.db.insertInto('photo').values(rows).execute()

    expect(await hand({ ...head, at: 0, parts })).toEqual({ ...none, result: 'later' })
  })
})
