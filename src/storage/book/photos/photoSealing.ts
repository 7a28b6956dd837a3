import { newPhotoKey, openParts, partsFrom, photoSecretKey, sealPhoto, wrapPhotoKey } from '../../../protocol/sealing/photoSeal'
import type { PhotoRow, SealedBytesRow, SealedPhotoRow } from '../../disk/accountDatabase'
import { places } from '../../disk/places'
import type { Enrolment } from '../devices/enrolment'
import { enrolmentOf, type OpenBook } from '../openBook'

/* Photos on disk: stored once, each under its own key, which both the book and the server can open (S44). Loaded on demand, when there is a photo. */

type Bytes = Uint8Array<ArrayBuffer>
type Photo = Pick<PhotoRow, 'commune' | 'record' | 'hash'>

export interface LockedPhoto {
  readonly sealed: SealedPhotoRow
  readonly bytes: SealedBytesRow
}

/** Seals a photo. Call it before the transaction that writes it. */
export async function lockPhoto(book: OpenBook, { commune, record, hash }: Photo, bytes: Bytes): Promise<LockedPhoto> {
  const [id, rawKey, size] = [crypto.randomUUID(), newPhotoKey(), bytes.length]
  const own = await book.cipher().sealBytes(places.photoKey(record, hash), rawKey)
  const sealed = await wrapFor(enrolmentOf(book, commune), { id, commune, record, hash, size, own }, rawKey)
  return { sealed, bytes: { id, blob: await sealPhoto(rawKey, sealed, bytes) } }
}

/** @throws DOMException `OperationError` if any of it was changed or a part is missing */
export async function unlockPhoto(book: OpenBook, { sealed, bytes }: LockedPhoto): Promise<Bytes> {
  const opened = await openParts(await rawKeyOf(book, sealed), sealed, 0, partsFrom(bytes.blob, 0, Infinity))
  if (opened.length !== sealed.size) throw new DOMException('photo cut short', 'OperationError')
  return opened
}

/** The same photo, sealed under another device of this book. */
export async function rewrapped(book: OpenBook, row: SealedPhotoRow, enrolment: Enrolment): Promise<SealedPhotoRow> {
  return wrapFor(enrolment, row, await rawKeyOf(book, row))
}

const rawKeyOf = (book: OpenBook, { record, hash, own }: SealedPhotoRow): Promise<Bytes> => book.cipher().openBytes(places.photoKey(record, hash), own)

async function wrapFor({ device, deviceSecret }: Enrolment, photo: Omit<SealedPhotoRow, 'device' | 'key'>, rawKey: Bytes): Promise<SealedPhotoRow> {
  return { ...photo, device, key: await wrapPhotoKey(await photoSecretKey(deviceSecret), { ...photo, device }, rawKey) }
}
