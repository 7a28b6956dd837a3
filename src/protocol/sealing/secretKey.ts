import { getBytes } from '../base64url'

/**
 * The AES-GCM 256 key for one purpose, derived from the secret the server gave a device at enrolment. On the device that secret is inside
 * the book, and the server has it, too. So data sealed with this key can be stored beside the book unread, and opening it proves whose it is.
 *
 * @param deviceSecret base64url, 32 bytes
 */
export async function secretKey(purpose: string, deviceSecret: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', getBytes(deviceSecret), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new TextEncoder().encode(purpose) }
  return crypto.subtle.deriveKey(hkdf, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
