import { beforeAll, describe, expect, it } from 'vitest'
import type { SubmitOperation } from '../../../src/domain/records/operation'
import { fromBase64url, toBase64url } from '../../../src/protocol/base64url'
import { generateServerKey, openEnvelope, sealEnvelope } from '../../../src/protocol/sealing/envelope'
import type { Envelope } from '../../../src/protocol/messages'

const DEVICE = '0190a000-0000-7000-8000-00000000d001'
const SECRET = toBase64url(new Uint8Array(32).fill(7))

const operation: SubmitOperation = {
  type: 'submit', counter: 4, record: '0190a000-0000-7000-8000-000000000001', base: 0, at: '2026-11-25T02:10:00.000Z',
  head: { kind: 'household', hamlet: '0190a000-0000-7000-8000-0000000000aa', household: null, person: null },
  form: 'household@1', patch: { headName: 'Lò Thị Ban' },
}

let pair: Awaited<ReturnType<typeof generateServerKey>>
let envelope: Envelope
beforeAll(async () => {
  pair = await generateServerKey()
  envelope = await sealEnvelope({ operation, device: DEVICE, commune: '22810', deviceSecret: SECRET, serverKey: { id: 'k1', publicKey: pair.publicKey } })
})

const open = (one: Envelope, privateKey = pair.privateKey) => openEnvelope({ envelope: one, privateKey, deviceSecret: SECRET })

const flip = (text: string, at: number): string => {
  const bytes = fromBase64url(text)!
  bytes[at] = bytes[at]! ^ 1
  return toBase64url(bytes)
}

describe('the sealed envelope', () => {
  it('[S26] gives the server the operation, its author proved', async () => {
    expect(await open(envelope)).toEqual({ ok: true, value: operation })
  })

  it('[S26] shows nothing of a person, and is another one each time', async () => {
    const again = await sealEnvelope({ operation, device: DEVICE, commune: '22810', deviceSecret: SECRET, serverKey: { id: 'k1', publicKey: pair.publicKey } })

    expect(new TextDecoder().decode(fromBase64url(envelope.sealed))).not.toContain('Ban')
    expect(again.sealed).not.toBe(envelope.sealed)
  })

  it('[S28] cannot be opened with another server key', async () => {
    const other = await generateServerKey()

    expect(await open(envelope, other.privateKey)).toEqual({ ok: false, error: 'unreadable' })
  })

  it.each([
    ['device', { device: '0190a000-0000-7000-8000-00000000d002' }],
    ['commune', { commune: '22811' }],
    ['counter', { counter: 5 }],
    ['key id', { keyId: 'k2' }],
  ])('is unreadable under another %s', async (_what, change) => {
    expect(await open({ ...envelope, ...change })).toEqual({ ok: false, error: 'unreadable' })
  })

  it.each([0, 10, 64, 70, 90, -1])('is unreadable with byte %i changed', async (at) => {
    const length = fromBase64url(envelope.sealed)!.length

    expect(await open({ ...envelope, sealed: flip(envelope.sealed, at < 0 ? length + at : at) })).toEqual({ ok: false, error: 'unreadable' })
  })

  it.each(['', 'AAAA', '***', envelopeOfZeros()])('is unreadable when it is no envelope at all (%#)', async (sealed) => {
    expect(await open({ ...envelope, sealed })).toEqual({ ok: false, error: 'unreadable' })
  })

  it('is unreadable when what it holds nests deeper than any operation', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])
    const sealed = await sealEnvelope({ operation: { ...operation, patch: { headName: nested(40) as string } }, device: DEVICE, commune: '22810', deviceSecret: SECRET, serverKey: { id: 'k1', publicKey: pair.publicKey } })

    expect(await open(sealed)).toEqual({ ok: false, error: 'unreadable' })
  })

  it('does not believe an author without the secret of the device', async () => {
    const forged = await sealEnvelope({
      operation, device: DEVICE, commune: '22810', deviceSecret: toBase64url(new Uint8Array(32).fill(8)), serverKey: { id: 'k1', publicKey: pair.publicKey },
    })

    expect(await open(forged)).toEqual({ ok: false, error: 'unreadable' })
  })

  it('refuses an envelope that would inflate without end', async () => {
    const bomb = { ...operation, patch: { headName: 'a'.repeat(2_000_000) } }
    const sealed = await sealEnvelope({ operation: bomb, device: DEVICE, commune: '22810', deviceSecret: SECRET, serverKey: { id: 'k1', publicKey: pair.publicKey } })

    expect(await open(sealed)).toEqual({ ok: false, error: 'unreadable' })
  })

  it('costs less than a kilobyte for a small form', () => {
    expect(envelope.sealed.length).toBeLessThan(1024)
  })
})

function envelopeOfZeros(): string {
  return toBase64url(new Uint8Array(200))
}
