import { openBytes, sealBytes } from '../../protocol/sealing/sealedBytes'
import { RememberedTexts } from './rememberedTexts'

const NONCE_BYTES = 12

/** Encrypts the values of one account. `place` is table and key: a blob moved to another row does not open. */
export interface Cipher {
  seal(place: string, value: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** @throws SpoiltValue when nobody can read it: it is not of this place or this key, or the disk has spoilt it */
  open(place: string, blob: Uint8Array<ArrayBuffer>): Promise<unknown>
  /** The same for bytes as they are: a photo. */
  sealBytes(place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  openBytes(place: string, blob: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
}

export class SpoiltValue extends Error {
  override readonly name = 'SpoiltValue'
}

/** What cannot be read is one value's trouble: whoever reads many goes on with the others. `null` = it is spoilt. */
export async function unlessSpoilt<T>(opening: Promise<T>): Promise<T | null> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof SpoiltValue) return null
    throw error
  }
}

/** Records and operations are opened several times while they are sent and come back; more letters than a large batch has. */
const MOST_LETTERS = 4_000_000
const isOpenedOften = (place: string): boolean => place.startsWith('records|') || place.startsWith('outbox|')

/** AES-GCM 256 of JSON under a key that cannot be taken out of the browser. */
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
