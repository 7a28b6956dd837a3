import { fromBase64url, getBytes, toBase64url } from '../base64url'

export interface ProvedDevice {
  readonly device: string
  readonly commune: string
  /** The secret the server gave this device at enrolment, base64url. */
  readonly deviceSecret: string
}

/** No envelope's proof begins like this, so neither proof can be used as the other. */
const PURPOSE = 'sothon-standing/1'

/**
 * Proof of a device that asks for its standing (S40), base64url. It is always the same, so it can be stored beside a closed book.
 * Somebody who takes it from there can only ask for the standing of the device.
 */
export async function deviceProof(proved: ProvedDevice): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(proved.deviceSecret, 'sign'), signed(proved))))
}

/** Whether the proof is right. Never throws for text that is no proof. */
export async function provesDevice(proved: ProvedDevice, proof: string): Promise<boolean> {
  const bytes = fromBase64url(proof)
  return bytes !== undefined && crypto.subtle.verify('HMAC', await macKey(proved.deviceSecret, 'verify'), bytes, signed(proved))
}

export const macKey = (secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', getBytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

const signed = ({ commune, device }: ProvedDevice): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${PURPOSE}|${commune}|${device}`)
