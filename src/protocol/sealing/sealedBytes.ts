import { joinBytes } from '../joinBytes'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** A sealed text is longer than its plain text by this many bytes. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES

type Bytes = Uint8Array<ArrayBuffer>

export const newNonce = (): Bytes => crypto.getRandomValues(new Uint8Array(NONCE_BYTES))

/** Nonce and AES-GCM text in one, bound to `place`. The nonce must be random: if one is used twice with a key, both texts are exposed. */
export async function sealBytes(key: CryptoKey, place: string, bytes: Bytes, nonce: Bytes): Promise<Bytes> {
  const text = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(place) }, key, bytes))
  return joinBytes([nonce, text])
}

/** @throws DOMException `OperationError` if the key or the place is another, or a bit was changed */
export function openBytes(key: CryptoKey, place: string, blob: Bytes): Promise<ArrayBuffer> {
  const iv = blob.subarray(0, NONCE_BYTES)
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }, key, blob.subarray(NONCE_BYTES))
}
