import { joinBytes } from '../joinBytes'
import { newNonce, openBytes, SEAL_BYTES, sealBytes } from './sealedBytes'
import { secretKey } from './secretKey'
import type { SealedPhotoHead } from './sealedPhotos'

/*
 * A photo as it is stored on a device: AES-GCM 256 under a random key of its own, in parts. So each part that reaches the server proves
 * itself, and a cut of the line costs one part. The key is stored twice: encrypted with the book's key, and with a key derived from the
 * secret the server gave this device (`secretKey.ts`). So the bytes are stored once, and both book and server can open them.
 */

const PURPOSE = 'sothon-photo/1'
/** Bytes of the photo in one part. */
export const PHOTO_PART = 32_000
const SEALED_PART = PHOTO_PART + SEAL_BYTES

type Bytes = Uint8Array<ArrayBuffer>
type Photo = Pick<SealedPhotoHead, 'hash' | 'size'>
export type PhotoPlace = Omit<SealedPhotoHead, 'key'>

/** The key that encrypts the keys of a device's photos. @param deviceSecret base64url, 32 bytes */
export const photoSecretKey = (deviceSecret: string): Promise<CryptoKey> => secretKey(PURPOSE, deviceSecret)

export const newPhotoKey = (): Bytes => crypto.getRandomValues(new Uint8Array(32))

/** All sealed parts one after another. */
export async function sealPhoto(rawKey: Bytes, photo: Photo, bytes: Bytes): Promise<Bytes> {
  const key = await imported(rawKey)
  const parts: Bytes[] = []
  for (let at = 0; at < bytes.length; at += PHOTO_PART) parts.push(await sealBytes(key, partText(photo, at), bytes.slice(at, at + PHOTO_PART), newNonce()))
  return joinBytes(parts)
}

/**
 * The sealed parts from `at` on, `most` at most.
 * @param at offset in the plain photo, a multiple of `PHOTO_PART`
 */
export function partsFrom(sealed: Bytes, at: number, most: number): readonly Bytes[] {
  const parts: Bytes[] = []
  for (let from = (at / PHOTO_PART) * SEALED_PART; from < sealed.length && parts.length < most; from += SEALED_PART) parts.push(sealed.slice(from, from + SEALED_PART))
  return parts
}

/**
 * @param at offset of the first part in the plain photo
 * @throws DOMException `OperationError` if a part is of another photo or place, or was changed
 */
export async function openParts(rawKey: Bytes, photo: Photo, at: number, parts: readonly Bytes[]): Promise<Bytes> {
  const key = await imported(rawKey)
  return joinBytes(await Promise.all(parts.map(async (part, n) => new Uint8Array(await openBytes(key, partText(photo, at + n * PHOTO_PART), part)))))
}

export const wrapPhotoKey = (key: CryptoKey, place: PhotoPlace, rawKey: Bytes): Promise<Bytes> => sealBytes(key, placeText(place), rawKey, newNonce())

/** @throws DOMException `OperationError` if the key was wrapped by another device or for another photo */
export async function unwrapPhotoKey(key: CryptoKey, place: PhotoPlace, wrapped: Bytes): Promise<Bytes> {
  return new Uint8Array(await openBytes(key, placeText(place), wrapped))
}

const imported = (rawKey: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt', 'decrypt'])
const partText = ({ hash, size }: Photo, at: number): string => `${PURPOSE}|${hash}|${size}|${at}`
const placeText = ({ commune, device, record, hash, size }: PhotoPlace): string => `${PURPOSE}|${commune}|${device}|${record}|${hash}|${size}`
