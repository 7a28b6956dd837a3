import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { operationsCheck } from '../../../src/domain/records/digest'
import type { Operation } from '../../../src/domain/records/operation'
import { COLUMNS_TYPE, unpackAnswer } from '../../../src/protocol/codec'
import { readFrames } from '../../../src/protocol/columns/readColumns'
import { joinAnswer } from '../../../src/protocol/answerFrames'
import type { SyncResponse } from '../../../src/protocol/messages'
import { writeRequest } from '../../../src/protocol/requestFrames'
import { village, type TestDevice } from '../../support/syncWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

const { world, hamlet, device } = await village()
await world.app.listen({ port: 0, host: '127.0.0.1' })
const { port } = world.app.server.address() as AddressInfo
const open: ClientRequest[] = []
afterAll(() => open.forEach((each) => each.destroy()))

/** Households whose notes do not pack, so that a few of them make several frames. */
function households(officer: TestDevice, count: number): readonly Operation[] {
  return Array.from({ length: count }, (_, n) => officer.submit(world.deps.newId(), householdHead(hamlet), { ...householdAnswers({ householdCode: String(n) }), address: noise(n) }))
}

const noise = (n: number): string => Array.from({ length: 30 }, (_, at) => ((n + 1) * 7_919 * (at + 3) ** 3).toString(36)).join(' ').slice(0, 290)

function post(officer: TestDevice, length: number): ClientRequest {
  const { token, csrf } = officer.person.session
  const made = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/sync', headers: { 'content-type': COLUMNS_TYPE, 'content-length': length, accept: COLUMNS_TYPE, cookie: `sothon=${token}`, 'x-csrf-token': csrf } })
  made.on('error', () => {})
  open.push(made)
  return made
}

async function ask(officer: TestDevice, from: number, to: number): Promise<SyncResponse> {
  return (await officer.send(officer.request([], { asks: { from, to } }))).json()
}

describe('a request that the line cuts', () => {
  it('[S31] is judged as far as it came whole, while the rest may still be on its way', async () => {
    const officer = await device('officer')
    const ops = households(officer, 150)
    const bytes = writeRequest(officer.request(ops))
    const sending = post(officer, bytes.length)

    sending.write(bytes.subarray(0, bytes.length - 5))
    const answer = await vi.waitFor(async () => {
      const now = await ask(officer, 1, 150)
      expect(now.last).toBeGreaterThan(0)
      return now
    }, { timeout: 10_000 })

    expect(answer.last).toBeLessThan(150)
    expect(answer.outcomes.map(({ counter }) => counter)).toEqual(Array.from({ length: answer.last }, (_, n) => n + 1))
    sending.destroy()
    const rest = (await officer.send(officer.request(ops.slice(answer.last)))).json() as SyncResponse
    expect(rest.last).toBe(150)
    const { n } = await world.deps.db.selectFrom('operation').select(({ fn }) => fn.countAll<number>().as('n')).where('device', '=', officer.id).executeTakeFirstOrThrow()
    expect(n).toBe(150)
  })

  it('[S31] is answered as one when all of it comes, however slowly', async () => {
    const officer = await device('officer')
    const bytes = writeRequest(officer.request(households(officer, 150), { pull: { cursor: null, maxBytes: 60_000 } }))
    const sending = post(officer, bytes.length)
    const answered = new Promise<Buffer>((done) => sending.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(Buffer.concat(parts)))
    }))

    for (let at = 0; at < bytes.length; at += 2_000) await new Promise((sent) => sending.write(bytes.subarray(at, at + 2_000), sent))
    sending.end()

    const answer = joinAnswer(readFrames(await answered))
    expect(answer?.outcomes).toHaveLength(150)
    expect(answer?.last).toBe(150)
    expect(answer?.page?.done).toBe(true)
  })
})

describe('an answer of many frames', () => {
  const pull = { cursor: null, maxBytes: 200_000 }
  const asking = (officer: TestDevice): Promise<IncomingMessage> => {
    const bytes = writeRequest(officer.request([], { pull }))
    const sending = post(officer, bytes.length)
    sending.end(bytes)
    return new Promise((answered) => sending.on('response', answered))
  }

  it('[S31] begins before it is packed to its end, and is whole', async () => {
    const officer = await device('officer')
    await officer.send(officer.request(households(officer, 400)))

    const response = await asking(officer)
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part)

    // Nobody knows yet how long it will be.
    expect(response.headers['content-length']).toBeUndefined()
    expect(await unpackAnswer(parts[0]!)).toMatchObject({ isWhole: false, response: { page: { done: false } } })
    expect(joinAnswer(readFrames(Buffer.concat(parts)))?.page?.records.length).toBeGreaterThanOrEqual(400)
  })

  it('[S31] that is not wanted any more keeps nobody else waiting', async () => {
    const officer = await device('officer')
    for (let n = 0; n < 20; n += 1) {
      const response = await asking(officer)
      response.once('data', () => response.destroy())
      await new Promise((closed) => response.on('error', () => {}).on('close', closed))
    }

    expect((await officer.send(officer.request([], { pull }))).statusCode).toBe(200)
  })
})

describe('a question about what was sent', () => {
  it('[S32] is answered with the outcomes and a check of what they were judged on, and judges nothing', async () => {
    const officer = await device('officer')
    const ops = households(officer, 3)
    const { outcomes } = await officer.push(...ops)

    const answer = await ask(officer, 2, 9)

    expect(answer.outcomes).toEqual(outcomes.slice(1))
    expect(answer.check).toBe(operationsCheck(ops.slice(1).map((operation) => ({ counter: operation.counter, operation }))))
    expect(answer.last).toBe(3)
  })

  it('[S32] is answered with nothing when nothing arrived', async () => {
    const officer = await device('officer')

    expect(await ask(officer, 1, 5)).toMatchObject({ outcomes: [], last: 0, check: operationsCheck([]) })
  })

  it('[S6] is not answered to a device that counts by another register', async () => {
    const officer = await device('officer')
    await officer.push(...households(officer, 1))

    const answer = (await officer.send(officer.request([], { asks: { from: 1, to: 1 }, epoch: world.deps.newId() }))).json() as SyncResponse

    expect(answer.outcomes).toEqual([])
  })
})
