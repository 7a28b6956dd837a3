import { beforeAll, describe, expect, it } from 'vitest'
import type { Operation } from '../../src/domain/records/operation'
import { toBase64Url } from '../../src/protocol/base64url'
import { generateServerKey, openEnvelope, sealEnvelope } from '../../src/protocol/envelope'
import type { Envelope } from '../../src/protocol/messages'

const device = '01890000-0000-7000-8000-0000000000d1'
const operation: Operation = { type: 'accept', counter: 7, record: '01890000-0000-7000-8000-0000000000a1', base: 3, at: '2026-11-25T02:10:00.000Z' }
const deviceSecret = toBase64Url(new Uint8Array(32).fill(5))
const unreadable = { ok: false, error: 'unreadable' }
let key: { publicKey: string; privateKey: string }
let envelope: Envelope

beforeAll(async () => {
  key = await generateServerKey()
  envelope = await sealEnvelope({ operation, device, commune: '22810', deviceSecret, serverKey: { id: 'k1', publicKey: key.publicKey } })
})

describe('a sealed operation', () => {
  it('is opened by the server whole', async () => {
    expect(await openEnvelope({ envelope, privateKey: key.privateKey, deviceSecret })).toEqual({ ok: true, value: operation })
  })

  it('is unreadable when another device says it wrote it', async () => {
    expect(await openEnvelope({ envelope, privateKey: key.privateKey, deviceSecret: toBase64Url(new Uint8Array(32)) })).toEqual(unreadable)
  })

  it('shows nothing of what it holds', () => {
    expect(JSON.stringify(envelope)).not.toContain(operation.record)
  })

  it.each<[string, Partial<Envelope>]>([
    ['the counter', { counter: 8 }],
    ['the commune', { commune: '22813' }],
    ['the device', { device: '01890000-0000-7000-8000-0000000000d2' }],
    ['the key', { keyId: 'k2' }],
    ['the bytes', { sealed: 'AAAA' }],
  ])('is unreadable when somebody changes %s on it', async (_what, change) => {
    expect(await openEnvelope({ envelope: { ...envelope, ...change }, privateKey: key.privateKey, deviceSecret })).toEqual(unreadable)
  })

  it('is unreadable with another key of the server', async () => {
    expect(await openEnvelope({ envelope, privateKey: (await generateServerKey()).privateKey, deviceSecret })).toEqual(unreadable)
  })
})
