import { fromBase64url, getBytes, toBase64url } from '../base64url'

export interface ProvedDevice {
  readonly device: string
  readonly commune: string
  /** What the server gave this device at enrolment, base64url. */
  readonly deviceSecret: string
}

/** No envelope's proof begins like this: what proves the one is worth nothing for the other. */
const PURPOSE = 'sothon-standing/1'

/**
 * Proof of a device that asks how it stands (protocol rule 40), base64url. Always the same, so that it can lie beside a closed book;
 * whoever takes it from there may ask how the device stands, and nothing else.
 */
export async function deviceProof(proved: ProvedDevice): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(proved.deviceSecret, 'sign'), signed(proved))))
}

/** Never throws on what is no proof. */
export async function provesDevice(proved: ProvedDevice, proof: string): Promise<boolean> {
  const bytes = fromBase64url(proof)
  return bytes !== undefined && crypto.subtle.verify('HMAC', await macKey(proved.deviceSecret, 'verify'), bytes, signed(proved))
}

export const macKey = (secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', getBytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

const signed = ({ commune, device }: ProvedDevice): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${PURPOSE}|${commune}|${device}`)
