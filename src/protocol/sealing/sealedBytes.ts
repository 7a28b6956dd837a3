import { joinBytes } from '../joinBytes'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** By so much a sealed text is longer. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

type Bytes = Uint8Array<ArrayBuffer>

export const newNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(NONCE_BYTES))

/** Nonce and AES-GCM text in one, bound to its `place`. The nonce must be random: one used twice under a key would give both texts away. */
export async function sealBytes(key: CryptoKey, place: string, bytes: Bytes, nonce: Bytes): Promise<Bytes> {
  const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(place) }, key, bytes))
  return joinBytes([nonce, text])
}

/** @throws DOMException `OperationError` when the key or the place is another, or a bit was changed */
export function openBytes(key: CryptoKey, place: string, blob: Bytes): Promise<ArrayBuffer> {
  const iv = blob.subarray(0, NONCE_BYTES)
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, blob.subarray(NONCE_BYTES))
}
