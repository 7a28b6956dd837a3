import { randomUUID } from 'node:crypto'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ColumnsWriter, writeColumns } from '../../../src/protocol/columns/writeColumns'
import { shapeBomb } from '../../support/columnBombs'
import { OTHER_COMMUNE } from '../../support/database/serverWorld'
import { sendPacked, village } from '../../support/syncWorld'
import { personHead } from '../../support/villageForms'

const { world, hamlet, officer, colleague, desk, device, home } = await village()
const good = (): Buffer => Buffer.from(JSON.stringify(officer.request([])))
const packed = (value: unknown): Buffer => deflateRawSync(JSON.stringify(value))

function framesOf(...values: readonly unknown[]): Buffer {
  const writer = new ColumnsWriter()
  for (const [at, value] of values.entries()) writer.frame(value, at === values.length - 1)
  return Buffer.from(writer.finish())
}

describe('a request of a newer app', () => {
  it.each(['deflate-raw', 'columns'])('[S14] is answered, whatever else it says: %s', async (encoding) => {
    const request = { ...officer.request([], { pull: { cursor: null, maxBytes: 2_000 } }), tomorrow: true }
    const body = encoding === 'columns' ? Buffer.from(writeColumns({ ...request, pull: { ...request.pull, tomorrow: 1 } })) : packed({ ...request, pull: { ...request.pull, tomorrow: 1 } })

    expect((await sendPacked(world, officer.person, body, encoding)).statusCode).toBe(200)
  })
})

describe('a body that is not a sync request', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'identity', 400, 'malformed'],
    ['a page of a captive portal', Buffer.from('<!doctype html><title>Đăng nhập WiFi</title>'), 'identity', 400, 'malformed'],
    ['broken JSON', Buffer.from('{"protocol":1,'), 'identity', 400, 'malformed'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'identity', 400, 'malformed'],
    ['a broken stream', Buffer.from('not deflated'), 'deflate-raw', 400, 'malformed'],
    ['an encoding nobody knows', good(), 'zstd', 400, 'malformed'],
    ['an encoding named after a prototype', good(), 'constructor', 400, 'malformed'],
    ['nested a hundred thousand deep', Buffer.from('['.repeat(100_000)), 'identity', 400, 'malformed'],
    ['columns that are chance', Buffer.from([2, 0x80, 1, 0xf4, ...Array.from({ length: 500 }, (_, n) => (n * 97) % 256)]), 'columns', 400, 'malformed'],
    ['columns cut short', Buffer.from(writeColumns(officer.request([]))).subarray(0, 60), 'columns', 400, 'malformed'],
    ['columns of another shape', Buffer.from(writeColumns({ protocol: 1, device: 'x' })), 'columns', 400, 'malformed'],
    ['columns in a format of tomorrow', Buffer.from([9, 0x80, 0, 1, 0]), 'columns', 400, 'malformed'],
    ['columns that say twenty thousand members of as many objects in 27 bytes', Buffer.from(shapeBomb(20_000, 20_000)), 'columns', 400, 'malformed'],
    ['a second frame that is none', framesOf(officer.request([]), { admin: true }), 'columns', 400, 'malformed'],
    ['too many operations, frame by frame', framesOf(officer.request([]), ...Array.from({ length: 3 }, () => ({ ops: Array.from({ length: 1_000 }, () => 1) }))), 'columns', 400, 'malformed'],
    ['two megabytes of columns', Buffer.concat([Buffer.from([2, 0x3d, 0x09, 0]), Buffer.alloc(2_000_000, 1)]), 'columns', 413, 'tooLarge'],
    ['another shape', packed({ protocol: 1, device: 'x' }), 'deflate-raw', 400, 'malformed'],
    ['a bomb', deflateRawSync(Buffer.alloc(50_000_000, ' ')), 'deflate-raw', 413, 'tooLarge'],
    ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000, ' ')), 'gzip', 413, 'tooLarge'],
    ['five megabytes', Buffer.alloc(5_000_000, ' '), 'identity', 413, 'tooLarge'],
    ['an older protocol in another shape', packed({ protocol: 0, hello: 1 }), 'deflate-raw', 426, 'oldClient'],
  ])('[S14] is answered with a typed refusal: %s', async (_case, body, encoding, status, error) => {
    const answer = await sendPacked(world, officer.person, body, encoding)

    expect([answer.statusCode, answer.json()]).toEqual([status, { error }])
  })

  it.each(['application/json', 'text/html', 'multipart/form-data; boundary=x'])('is refused as %s', async (type) => {
    const headers = { 'content-type': type, cookie: `sothon=${officer.person.session.token}`, 'x-csrf-token': officer.person.session.csrf }

    const answer = await world.app.inject({ method: 'POST', url: '/api/sync', headers, payload: good() })

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })
})

describe('a record that somebody fills', () => {
  it('[S39] comes to an end, is told to everybody in pages, and is edited by others as before', async () => {
    const { household, person } = await home()
    const filler = await device('member', [hamlet])
    const submit = (n: number) => filler.submit(person, personHead(hamlet, household), Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`x_r${n}k${k}`, 'w'.repeat(2_000)])), 1)
    const { outcomes } = await filler.push(...Array.from({ length: 10 }, (_, n) => submit(n)))
    const edited = await officer.push(officer.submit(person, personHead(hamlet, household), { phone: '0912000345' }, 1))
    await officer.pull()

    expect(outcomes.at(-1)?.outcome).toEqual({ kind: 'refused', reason: 'recordFull' })
    expect(edited.outcomes[0]?.outcome.kind).toBe('merged')
    expect(JSON.stringify(officer.records.get(person)).length).toBeLessThan(200_000)
  })
})

describe('a sender who is not who the request says', () => {
  it('is signed out without a session', async () => {
    expect((await sendPacked(world, null, good(), 'identity')).json()).toEqual({ error: 'signedOut' })
  })

  it('is refused without the session\'s token', async () => {
    const stranger = { ...officer.person, session: { ...officer.person.session, csrf: 'guessed' } }

    expect((await sendPacked(world, stranger, good(), 'identity')).json()).toEqual({ error: 'csrf' })
  })

  it('may not use a colleague\'s device', async () => {
    expect((await sendPacked(world, colleague.person, good(), 'identity')).json()).toEqual({ error: 'forbidden' })
  })

  it('may not use a device in another commune than its own', async () => {
    expect((await officer.send({ ...officer.request([]), commune: OTHER_COMMUNE })).json()).toEqual({ error: 'forbidden' })
  })

  it('may not use a device nobody enrolled', async () => {
    expect((await officer.send({ ...officer.request([]), device: randomUUID() })).json()).toEqual({ error: 'unknownDevice' })
  })

  it('is told when the device was revoked', async () => {
    await world.deps.db.updateTable('device').set({ revoked_at: '2026-11-25T02:00:00.000Z' }).where('id', '=', desk.id).execute()

    const answer = await desk.send(desk.request([]))

    expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'revokedDevice' }])
  })
})
