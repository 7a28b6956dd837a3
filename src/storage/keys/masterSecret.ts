import { openBytes, sealBytes } from '../../protocol/sealing/sealedBytes'
import type { Argon2 } from './argon2'
import type { Wrap } from '../disk/directoryDatabase'

/*
 * The keys of a vault. A random master secret (32 bytes) is wrapped once per way in. It is in memory only while a way in is opened or added. The data key
 * is derived from it and cannot be exported from the browser:
 *
 *   passphrase way   AES-GCM( Argon2id(passphrase) , master )
 *   passkey way      AES-GCM( HKDF(PRF output | Argon2id(PIN)) , master )    a PIN alone could be guessed from a copied disk
 *   data key         HKDF(master, 'sothon-data')
 */

export interface KdfCost { readonly memoryKib: number; readonly passes: number }
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>
type Bytes = Uint8Array<ArrayBuffer>

const MASTER = 'master'
const encoder = new TextEncoder()

export interface WrapInput {
  readonly argon2: Argon2
  readonly randomBytes: RandomBytes
  readonly cost: KdfCost
  /** A passphrase, or the PIN that goes with a passkey's PRF output (`prf`). */
  readonly secret: string
  readonly prf?: Bytes
}

/** Wraps the master secret with the passphrase, or with PIN and passkey. */
export async function wrapMaster(master: Bytes, { argon2, randomBytes, cost, secret, prf }: WrapInput): Promise<Wrap> {
  const salt = randomBytes(16)
  const key = await wrappingKey(argon2, { salt, ...cost }, secret, prf)
  return { salt, ...cost, wrapped: await sealBytes(key, MASTER, master, randomBytes(12)) }
}

/** The master secret; `undefined` if the passphrase, the PIN or the passkey is wrong. */
export async function unwrapMaster(wrap: Wrap, argon2: Argon2, secret: string, prf?: Bytes): Promise<Bytes | undefined> {
  const key = await wrappingKey(argon2, wrap, secret, prf)
  return openBytes(key, MASTER, wrap.wrapped).then((bytes) => new Uint8Array(bytes), () => undefined)
}

export async function dataKeyOf(master: Bytes): Promise<CryptoKey> {
  return hkdfKey(master, new Uint8Array(32), 'sothon-data')
}

async function wrappingKey(argon2: Argon2, { salt, memoryKib, passes }: Omit<Wrap, 'wrapped'>, secret: string, prf: Bytes | undefined): Promise<CryptoKey> {
  const hash = await argon2({ password: secret.normalize('NFC'), salt, memoryKib, passes })
  if (!prf) return crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const both = new Uint8Array(prf.length + hash.length)
  both.set(prf)
  both.set(hash, prf.length)
  return hkdfKey(both, salt, 'sothon-passkey')
}

async function hkdfKey(secret: Bytes, salt: Bytes, purpose: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(purpose) }
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
