import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { Operation } from '../../domain/records/operation'
import { fail, ok, type Result } from '../../domain/result'
import { getBytes, toBase64url } from '../base64url'
import { deflate, inflate } from '../deflate'
import { macKey } from './deviceProof'
import type { Envelope } from '../messages'
import { readShallowJson } from '../shallowJson'

/*
 * One operation sealed to the server's public key (HPKE, RFC 9180: DHKEM P-256, HKDF-SHA256, AES-128-GCM). The device that
 * writes it cannot read it back, so it may be sent while the book is locked, and carried by another phone.
 *
 *   sealed = base64url( encapsulated key, 65 bytes | ciphertext )
 *   plain  = author proof, HMAC-SHA256, 32 bytes | deflate-raw( JSON of the operation )
 *
 * Device, commune, counter and key id are not encrypted; the AAD protects them from changes. The author proof is made with the
 * secret the server gave this device at enrolment: anybody can seal to a public key, only the device can sign.
 */

const PURPOSE = new TextEncoder().encode('sothon-envelope/1')
const ENC_BYTES = 65
const MAC_BYTES = 32
/** An operation is one form at most. Nothing honest inflates to more. */
const MAX_OPERATION_BYTES = 512 * 1024

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })

export interface SealInput {
  readonly operation: Operation
  readonly device: string
  readonly commune: string
  /** base64url, 32 bytes. */
  readonly deviceSecret: string
  readonly serverKey: { readonly id: string; readonly publicKey: string }
}

type Bound = Pick<Envelope, 'device' | 'commune' | 'counter'>

export interface OpenInput {
  readonly envelope: Envelope
  /** Private half of the key the envelope names, base64url, as `generateServerKey` gives it. */
  readonly privateKey: string
  /** Secret of the device the envelope names, base64url. */
  readonly deviceSecret: string
}

/**
 * @throws TypeError if a key is not what the server gives at enrolment: this is a bug
 */
export async function sealEnvelope({ operation, device, commune, deviceSecret, serverKey }: SealInput): Promise<Envelope> {
  const bound = { device, commune, counter: operation.counter }
  const bytes = await deflate(new TextEncoder().encode(JSON.stringify(operation)))
  const mac = await crypto.subtle.sign('HMAC', await macKey(deviceSecret, 'sign'), signed(bound, bytes))
  const recipientPublicKey = await suite.kem.deserializePublicKey(getBytes(serverKey.publicKey).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: PURPOSE.buffer })
  const text = await sender.seal(concat(new Uint8Array(mac), bytes).buffer, aad(bound, serverKey.id).buffer)
  return { ...bound, keyId: serverKey.id, sealed: toBase64url(concat(new Uint8Array(sender.enc), new Uint8Array(text))) }
}

/**
 * Opens an envelope, and checks its author before anything is inflated (S28).
 *
 * @returns the raw operation, which needs the same checks as one from a batch (S27). `unreadable`: it was sealed for another key, or
 *   changed, or written by another device than it says, or is no envelope at all
 */
export async function openEnvelope({ envelope, privateKey, deviceSecret }: OpenInput): Promise<Result<unknown, 'unreadable'>> {
  try {
    const sealed = getBytes(envelope.sealed)
    const recipientKey = await suite.kem.deserializePrivateKey(getBytes(privateKey).buffer)
    const recipient = await suite.createRecipientContext({ recipientKey, enc: sealed.slice(0, ENC_BYTES).buffer, info: PURPOSE.buffer })
    const plain = new Uint8Array(await recipient.open(sealed.slice(ENC_BYTES).buffer, aad(envelope, envelope.keyId).buffer))
    const bytes = plain.slice(MAC_BYTES)
    const isAuthor = await crypto.subtle.verify('HMAC', await macKey(deviceSecret, 'verify'), plain.slice(0, MAC_BYTES), signed(envelope, bytes))
    if (!isAuthor) return fail('unreadable')
    return ok(readShallowJson(await inflate(bytes, MAX_OPERATION_BYTES)))
  } catch {
    return fail('unreadable')
  }
}

/** A new key pair for a server. Both halves are serialised as in RFC 9180, base64url. */
export async function generateServerKey(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  const pair = await suite.kem.generateKeyPair()
  const [publicKey, privateKey] = await Promise.all([suite.kem.serializePublicKey(pair.publicKey), suite.kem.serializePrivateKey(pair.privateKey)])
  return { publicKey: toBase64url(new Uint8Array(publicKey)), privateKey: toBase64url(new Uint8Array(privateKey)) }
}

const signed = ({ commune, device, counter }: Bound, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  concat(new TextEncoder().encode(`${commune}|${device}|${counter}|`), bytes)

const aad = ({ commune, device, counter }: Bound, keyId: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([commune, device, counter, keyId]))

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(a.length + b.length)
  whole.set(a)
  whole.set(b, a.length)
  return whole
}
