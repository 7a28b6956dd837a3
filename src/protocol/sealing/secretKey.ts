import { getBytes } from '../base64url'

/**
 * The AES-GCM 256 key for one purpose that follows from the secret the server gave a device at enrolment. The device keeps that secret inside
 * its book, the server has it too: what is sealed under this key lies beside the book unread, and that it opens proves whose it is.
 *
 * @param deviceSecret base64url, 32 bytes
 */
export async function secretKey(purpose: string, deviceSecret: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', getBytes(deviceSecret), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new TextEncoder().encode(purpose) }
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
