import { openBytes, sealBytes } from '../../protocol/sealing/sealedBytes'
import { RememberedTexts } from './rememberedTexts'

const NONCE_BYTES = 12

/** Encrypts the values of one account. `place` is the table and key: a blob moved to another row does not open. */
export interface Cipher {
  seal(place: string, value: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** @throws SpoiltValue if it cannot be read: wrong place, wrong key, or damaged on disk */
  open(place: string, blob: Uint8Array<ArrayBuffer>): Promise<unknown>
  /** The same for raw bytes, such as a photo. */
  sealBytes(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  openBytes(place: string, blob: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

export class SpoiltValue extends Error {
  override readonly name = 'SpoiltValue'
}

/** The value, or `null` if it is spoilt: one spoilt value must not stop a reader of many. @throws any other error */
export async function unlessSpoilt<T>(opening: Promise<T>): Promise<T | null> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof SpoiltValue) return null
    throw error
  }
}

/**
 * Records and operations are opened several times while they are sent and come back, so their texts are remembered. The limit, in characters, is more than
 * a large batch has.
 */
const MOST_LETTERS = 4_000_000
const isOpenedOften = (place: string): boolean => place.startsWith('records|') || place.startsWith('outbox|')

/** AES-GCM 256 of JSON, under a key that cannot be exported from the browser. */
export function cipherWith(key: CryptoKey, randomBytes: (count: number) => Uint8Array<ArrayBuffer>): Cipher {
  const remembered = new RememberedTexts(MOST_LETTERS)
  const remember = (place: string, blob: Uint8Array, text: string): void => {
    if (isOpenedOften(place)) remembered.keep(place, blob.subarray(0, NONCE_BYTES), text)
  }
  return {
    async seal(place, value) {
      const text = JSON.stringify(value)
      const blob = await sealBytes(key, place, new TextEncoder().encode(text), randomBytes(NONCE_BYTES))
      remember(place, blob, text)
      return blob
    },
    async open(place, blob) {
      try {
        const known = remembered.find(place, blob.subarray(0, NONCE_BYTES))
        if (known !== undefined) return JSON.parse(known) as unknown
        const text = new TextDecoder().decode(await openBytes(key, place, blob))
        remember(place, blob, text)
        return JSON.parse(text) as unknown
      } catch {
        throw new SpoiltValue(`cipher — ${place} cannot be read`)
      }
    },
    sealBytes: (place, bytes) => sealBytes(key, place, bytes, randomBytes(NONCE_BYTES)),
    openBytes: async (place, blob) => new Uint8Array(await openBytes(key, place, blob)),
  }
}
