import { newPhotoKey, openParts, partsFrom, photoSecretKey, sealPhoto, wrapPhotoKey } from '../../../protocol/sealing/photoSeal'
import type { PhotoRow, SealedBytesRow, SealedPhotoRow } from '../../disk/accountDatabase'
import { places } from '../../disk/places'
import type { Enrolment } from '../devices/enrolment'
import { enrolmentOf, type OpenBook } from '../openBook'

/*
 * Photos as they lie on the disk: once, under a key of their own that the book opens and the server too (protocol rule 44). Nobody needs this
 * before there is a photo: it is fetched then.
 */

type Bytes = Uint8Array<ArrayBuffer>
type Photo = Pick<PhotoRow, 'commune' | 'record' | 'hash'>

export interface LockedPhoto {
  readonly sealed: SealedPhotoRow
  readonly bytes: SealedBytesRow
}

/** Made before the transaction that writes it. */
export async function lockPhoto(book: OpenBook, { commune, record, hash }: Photo, bytes: Bytes): Promise<LockedPhoto> {
  const [id, rawKey, size] = [crypto.randomUUID(), newPhotoKey(), bytes.length]
  const own = await book.cipher().sealBytes(places.photoKey(record, hash), rawKey)
  const sealed = await wrapFor(enrolmentOf(book, commune), { id, commune, record, hash, size, own }, rawKey)
  return { sealed, bytes: { id, blob: await sealPhoto(rawKey, sealed, bytes) } }
}

/** @throws DOMException `OperationError` when a bit of it was changed or a part of it is missing */
export async function unlockPhoto(book: OpenBook, { sealed, bytes }: LockedPhoto): Promise<Bytes> {
  const opened = await openParts(await rawKeyOf(book, sealed), sealed, 0, partsFrom(bytes.blob, 0, Infinity))
  if (opened.length !== sealed.size) throw new DOMException('photo cut short', 'OperationError')
  return opened
}

/** The same photo under the name of another device of this book. */
export async function rewrapped(book: OpenBook, row: SealedPhotoRow, enrolment: Enrolment): Promise<SealedPhotoRow> {
  return wrapFor(enrolment, row, await rawKeyOf(book, row))
}

const rawKeyOf = (book: OpenBook, { record, hash, own }: SealedPhotoRow): Promise<Bytes> => book.cipher().openBytes(places.photoKey(record, hash), own)

async function wrapFor({ device, deviceSecret }: Enrolment, photo: Omit<SealedPhotoRow, 'device' | 'key'>, rawKey: Bytes): Promise<SealedPhotoRow> {
  return { ...photo, device, key: await wrapPhotoKey(await photoSecretKey(deviceSecret), { ...photo, device }, rawKey) }
}
