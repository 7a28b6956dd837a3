import { randomUUID } from 'node:crypto'
import { connect as connectSocket, type AddressInfo, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { serverWorld } from '../../support/database/serverWorld'

/* Whoever has no session can still make us hold a body: how much of that there is at a time is bounded. */

const PLACES = 100
const world = await serverWorld({ trustProxy: 1 })
await world.app.listen({ host: '127.0.0.1', port: 0 })
const { port } = world.app.server.address() as AddressInfo
const open: Socket[] = []
afterAll(() => open.forEach((socket) => socket.destroy()))

const nothing = (): string => JSON.stringify({ run: randomUUID(), envelopes: [] })
const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  world.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })

interface Begun {
  /** Status of the answer, once there is one. */
  readonly answer: Promise<number>
  end(): void
}

/** Sends the head of a request and the first letter of its body, and holds the rest back. */
function begin(path: string, address: string, more = ''): Begun {
  const body = nothing()
  const socket = connectSocket(port, '127.0.0.1')
  open.push(socket.on('error', () => undefined))
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${address}\r\ncontent-type: application/json\r\n${more}content-length: ${body.length}\r\n\r\n${body[0]}`)
  const answer = new Promise<number>((done) => socket.once('data', (bytes) => done(Number(String(bytes).split(' ')[1]))))
  return { answer, end: () => void socket.write(body.slice(1)) }
}

/** Begins so many requests, and waits until one of them is answered with its body still on its way. */
async function beginMany(count: number, addressOf: (n: number) => string): Promise<{ readonly begun: readonly Begun[]; readonly refused: readonly number[] }> {
  const begun = Array.from({ length: count }, (_, n) => begin(n % 2 === 0 ? '/api/envelopes' : '/api/sealed-drafts', addressOf(n)))
  const refused: number[] = []
  await Promise.any(begun.map(({ answer }) => answer.then((status) => void refused.push(status))))
  return { begun, refused }
}

describe('a body without a session', () => {
  it.each(['/api/envelopes', '/api/sealed-drafts', '/api/sealed-photos', '/api/standing', '/api/sign-in'])('[S14] is not unpacked for anybody: %s', async (url) => {
    const answer = await post(url, gzipSync(`${' '.repeat(100_000)}${nothing()}`), { 'content-encoding': 'gzip' })

    expect([answer.statusCode, answer.json()]).toEqual([400, { error: 'malformed' }])
  })

  it('[S14] that is packed is refused before it has come', async () => {
    expect(await begin('/api/envelopes', '10.1.0.1', 'content-encoding: gzip\r\n').answer).toBe(400)
  })

  it.each(['/api/envelopes', '/api/sealed-drafts', '/api/sealed-photos'])('of more than any phone sends is tooLarge: %s', async (url) => {
    expect((await post(url, ' '.repeat(500_001))).json()).toEqual({ error: 'tooLarge' })
  })

  it('[S30] is turned away while as many are on their way as there are places, and comes in once one of them is through', async () => {
    const { begun, refused } = await beginMany(PLACES + 1, (n) => `10.2.0.${n}`)
    expect(refused).toEqual([429])
    const elsewhere = await post('/api/envelopes', nothing(), { 'x-forwarded-for': '10.3.0.1' })
    expect([elsewhere.json(), elsewhere.headers['retry-after']]).toEqual([{ error: 'tooMany', retryAfter: expect.any(Number) }, expect.anything()])

    begun.forEach(({ end }) => end())
    await Promise.all(begun.map(({ answer }) => answer))
    expect((await post('/api/envelopes', nothing(), { 'x-forwarded-for': '10.3.0.1' })).json()).toEqual({ results: [] })
  })

  it('[S30] of one address leaves half of the places to the others', async () => {
    const { begun, refused } = await beginMany(PLACES / 2 + 1, () => '10.4.0.1')
    expect(refused).toEqual([429])
    expect((await post('/api/envelopes', nothing(), { 'x-forwarded-for': '10.4.0.2' })).json()).toEqual({ results: [] })

    begun.forEach(({ end }) => end())
  })

  it('that breaks off gives its place back', async () => {
    const { begun } = await beginMany(PLACES / 2 + 1, () => '10.5.0.1')
    open.forEach((socket) => socket.destroy())

    await expect.poll(async () => (await post('/api/envelopes', nothing(), { 'x-forwarded-for': '10.5.0.1' })).statusCode).toBe(200)
    expect(begun).toHaveLength(PLACES / 2 + 1)
  })
})
