import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fail, ok, type Result } from '../domain/result'
import type { Operation } from '../domain/records/operation'
import { fromBase64Url, toBase64Url } from './base64url'
import { packBody, unpackBody } from './codec'
import type { Envelope } from './messages'

/*
 * One operation sealed to the server's public key: HPKE (RFC 9180), DHKEM(P-256), HKDF-SHA256, AES-128-GCM, base mode.
 * The device can write envelopes and not read them back. Inside, an HMAC with the device's secret proves the author, so
 * that whoever carries an envelope needs no sign-in and can change nothing.
 *
 * Bytes of `sealed`: encapsulated key (65) | ciphertext of (HMAC-SHA256 (32) | deflate-raw JSON of the operation).
 */

const ENCAPSULATED = 65
const MAC = 32
const MAX_OPERATION_BYTES = 1_000_000
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
const utf8 = new TextEncoder()

export interface SealInput {
  readonly operation: Operation
  readonly device: string
  readonly commune: string
  /** base64url, 32 bytes; given once at enrolment. */
  readonly deviceSecret: string
  readonly serverKey: { readonly id: string; readonly publicKey: string }
}

export interface OpenInput {
  readonly envelope: Envelope
  /** base64url, as `generateServerKey` gave it. */
  readonly privateKey: string
  /** Secret of the device the envelope names. */
  readonly deviceSecret: string
}

/** A key pair of the server, both halves serialised as RFC 9180 says, base64url. */
export async function generateServerKey(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const pair = await suite.kem.generateKeyPair()
  const [publicKey, privateKey] = await Promise.all([suite.kem.serializePublicKey(pair.publicKey), suite.kem.serializePrivateKey(pair.privateKey)])
  return { publicKey: toBase64Url(new Uint8Array(publicKey)), privateKey: toBase64Url(new Uint8Array(privateKey)) }
}

/** Seals one operation. Two seals of the same operation differ in bytes and are the same operation to the server. */
export async function sealEnvelope(input: SealInput): Promise<Envelope> {
  const { device, commune, operation, serverKey } = input
  const packed = (await packBody(operation)).bytes
  const signed = signedBytes(device, commune, operation.counter, packed)
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(input.deviceSecret), signed))
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64Url(serverKey.publicKey).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey })
  const head = { device, commune, counter: operation.counter, keyId: serverKey.id }
  const cipher = await sender.seal(joined(mac, packed).buffer, boundTo(head).buffer)
  return { ...head, sealed: toBase64Url(joined(new Uint8Array(sender.enc), new Uint8Array(cipher))) }
}

/**
 * Opens with the server's private key and checks the author before anything is inflated. `unreadable`: another key, a
 * changed byte, a changed address on the envelope, or another device's secret.
 * @returns the operation, not yet validated: it is judged exactly as one that came in a batch
 */
export async function openEnvelope({ envelope, privateKey, deviceSecret }: OpenInput): Promise<Result<unknown, 'unreadable'>> {
  try {
    const bytes = fromBase64Url(envelope.sealed)
    const recipientKey = await suite.kem.deserializePrivateKey(fromBase64Url(privateKey).buffer)
    const recipient = await suite.createRecipientContext({ recipientKey, enc: bytes.slice(0, ENCAPSULATED).buffer })
    const plain = new Uint8Array(await recipient.open(bytes.slice(ENCAPSULATED).buffer, boundTo(envelope).buffer))
    const packed = plain.slice(MAC)
    const signed = signedBytes(envelope.device, envelope.commune, envelope.counter, packed)
    const isAuthor = await crypto.subtle.verify('HMAC', await macKey(deviceSecret), plain.slice(0, MAC), signed)
    if (!isAuthor) return fail('unreadable')
    const operation = await unpackBody({ encoding: 'deflate-raw', bytes: packed }, MAX_OPERATION_BYTES)
    return operation.ok ? ok(operation.value) : fail('unreadable')
  } catch {
    return fail('unreadable')
  }
}

function macKey(deviceSecret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', fromBase64Url(deviceSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function signedBytes(device: string, commune: string, counter: number, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(utf8.encode(`${commune}|${device}|${counter}|`), packed)
}

function boundTo({ device, commune, counter, keyId }: Omit<Envelope, 'sealed'>): Uint8Array<ArrayBuffer> {
  return utf8.encode(`${device}|${commune}|${counter}|${keyId}`)
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(a.length + b.length)
  bytes.set(a)
  bytes.set(b, a.length)
  return bytes
}
