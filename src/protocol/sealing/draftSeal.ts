import { fail, ok, type Result } from '../../domain/result'
import { fromBase64url } from '../base64url'
import type { SealedDraft } from './sealedDrafts'
import { newNonce, openBytes, sealBytes } from './sealedBytes'
import { secretKey } from './secretKey'
import { readShallowJson } from '../shallowJson'

/*
 * A draft as it is stored beside the book, sealed for the server: its JSON, AES-GCM 256, under a key derived from the secret the
 * server gave this device at enrolment. On the device that secret is inside the book, so nobody without the passphrase can read the
 * draft there. The server has the secret, too: it can read the draft, and the key proves whose it is. As in the book, each keystroke
 * costs one encryption.
 */

const PURPOSE = 'sothon-draft/1'

export type DraftPlace = Omit<SealedDraft, 'sealed'>
type Bytes = Uint8Array<ArrayBuffer>

/** @param deviceSecret base64url, 32 bytes */
export const draftKey = (deviceSecret: string): Promise<CryptoKey> => secretKey(PURPOSE, deviceSecret)

export function sealDraft(key: CryptoKey, place: DraftPlace, draft: unknown): Promise<Bytes> {
  return sealBytes(key, placeText(place), new TextEncoder().encode(JSON.stringify(draft)), newNonce())
}

/** `unreadable`: it is of another device, commune or record than it says, or was changed, or is not sealed at all. */
export async function openSealedDraft(key: CryptoKey, { sealed, ...place }: SealedDraft): Promise<Result<unknown, 'unreadable'>> {
  try {
    const bytes = fromBase64url(sealed)
    return bytes ? ok(readShallowJson(new Uint8Array(await openBytes(key, placeText(place), bytes)))) : fail('unreadable')
  } catch {
    return fail('unreadable')
  }
}

const placeText = ({ commune, device, record }: DraftPlace): string => `${PURPOSE}|${commune}|${device}|${record}`
