import type { AnswerValue } from '../../../domain/forms/answers'
import type { Operation } from '../../../domain/records/operation'
import { toBase64url } from '../../../protocol/base64url'
import type { AccountDatabase, PhotoBytesRow, PhotoRow, SealedBytesRow, SealedPhotoRow } from '../../disk/accountDatabase'
import { places } from '../../disk/places'
import { catchUp, rangeOf } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import type { PhotoPort } from '../../ports/photoPort'
import { partGone } from '../../storageFailure'
import { areItsIds } from '../devices/deviceRows'
import type { Enrolment } from '../devices/enrolment'
import { attempt, insist, type OpenBook } from '../openBook'
import { readView, type RecordView } from '../recordView'

export function photoPort(book: OpenBook): PhotoPort {
  const { db } = book
  return {
    keep: (photo) => attempt(book, () => keepPhoto(book, photo)),
    bytes: (hash) => insist(book, () => bytesOfAny(book, hash)),
    waiting: () => insist(book, () => waitingPhotos(book)),
    ready: (commune) => insist(book, async () => {
      const rows = await db.photos.where('commune').equals(commune).filter(({ isSpoilt }) => !isSpoilt).toArray()
      const ready = await Promise.all(rows.map(async (row) => hasTextGone(row, await readView(book, row.record))))
      return rows.filter((_, at) => ready[at]).map(({ hash, size }) => ({ hash, size }))
    }),
    confirmed: (commune, hash) => insist(book, async () => {
      await remove(book, await db.photos.where('hash').equals(hash).filter((row) => row.commune === commune).primaryKeys())
      book.changed({ ids: [] })
    }),
    letGo: (record, hash) => attempt(book, async () => {
      if ((await db.photos.get([record, hash]))?.isSpoilt) await remove(book, [[record, hash]])
      book.changed({ ids: [] })
      return null
    }),
  }
}

async function keepPhoto(book: OpenBook, { commune, record, bytes }: Parameters<PhotoPort['keep']>[0]): Promise<string> {
  const { db } = book
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const { lockPhoto } = await loadPhotoSealing()
  await untilWritten(async () => {
    const known = await db.photos.get([record, hash])
    // The same picture again: it is stored already, unless the disk has spoilt it. Then this one takes its place.
    if (known && (await openPhoto(book, known)) instanceof Uint8Array) return true
    const { sealed, bytes: locked } = await lockPhoto(book, { commune, record, hash }, bytes)
    const isKept = await db.transaction('rw', [...photoTables(db), db.devices], async () => {
      const here = await db.photos.get([record, hash])
      if (here?.sealed !== known?.sealed || !(await areItsIds(db, [sealed.device]))) return false
      if (here) await remove(book, [[record, hash]])
      const isOfDraft = !here || here.ofDraft === true
      await db.photos.add({ record, hash, commune, size: bytes.length, keptAt: new Date(book.now()).toISOString(), ...(isOfDraft && { ofDraft: true as const }), sealed: sealed.id })
      await db.sealedPhotos.add(sealed)
      await db.sealedBytes.add(locked)
      return true
    })
    return isKept || catchUp(book)
  })
  book.changed({ ids: [record] })
  return hash
}

/** A photo of two records is stored twice: if one copy is spoilt, the other is read. */
async function bytesOfAny(book: OpenBook, hash: string): Promise<Uint8Array<ArrayBuffer> | 'spoilt' | null> {
  let found: 'spoilt' | null = null
  for (const photo of await book.db.photos.where('hash').equals(hash).toArray()) {
    const bytes = await openPhoto(book, photo)
    if (bytes !== null && bytes !== 'spoilt') return bytes
    found = bytes ?? found
  }
  return found
}

/** All photos, including sealed ones that no longer belong to a photo of this book. */
async function waitingPhotos({ db }: OpenBook): ReturnType<PhotoPort['waiting']> {
  const [own, sealed] = await Promise.all([db.photos.toArray(), db.sealedPhotos.toArray()])
  const named = new Set(own.map((photo) => photo.sealed))
  const earlier = sealed.filter(({ id }) => !named.has(id)).map(({ record, hash, commune, size }) => ({ record, hash, commune, size }))
  return [...own.map(({ ofDraft: _ofDraft, sealed: _sealed, ...photo }) => photo), ...earlier]
}

/** The rows of deleted photos, to bring them back. */
export interface DroppedPhotos {
  readonly photos: readonly PhotoRow[]
  readonly bytes: readonly PhotoBytesRow[]
  readonly sealed: readonly SealedPhotoRow[]
  readonly sealedBytes: readonly SealedBytesRow[]
}

/**
 * Call it inside the transaction that queues an operation. Photos it names are no longer only a draft's. Photos named only by the operation it replaces
 * are so again.
 */
export async function markNamed({ db }: OpenBook, operation: Operation, replaced: Operation | undefined): Promise<void> {
  const [named, before] = [saidBy(operation), saidBy(replaced)]
  const rows = await photosOf(db, operation.record)
  await db.photos.bulkPut(rows.flatMap(({ ofDraft, ...row }) => (named.includes(row.hash) ? [row] : ofDraft || before.includes(row.hash) ? [{ ...row, ofDraft: true }] : [])))
}

/**
 * Deletes the record's photos that nothing sent from this device ever named and nothing stored here names, such as one that was taken again, or one of a
 * draft thrown away.
 */
export async function dropUnnamedPhotos(book: OpenBook, record: string): Promise<DroppedPhotos> {
  const rows = (await photosOf(book.db, record)).filter(({ ofDraft }) => ofDraft)
  if (rows.length === 0) return { photos: [], bytes: [], sealed: [], sealedBytes: [] }
  const { server, operations, draft } = await readView(book, record)
  const named = new Set([...Object.values(server?.answers ?? {}), ...Object.values(draft?.answers ?? {}), ...operations.flatMap(({ operation }) => saidBy(operation))])
  return remove(book, rows.filter(({ hash }) => !named.has(hash)).map(({ hash }): [string, string] => [record, hash]))
}

export async function putPhotosBack(book: OpenBook, { photos, bytes, sealed, sealedBytes }: DroppedPhotos): Promise<void> {
  const { db } = book
  if (photos.length === 0) return
  await untilWritten(async () => {
    const { enrolments } = book
    const own = await rewrap(book, sealed, enrolments)
    const isBack = await db.transaction('rw', [...photoTables(db), db.devices], async () => {
      if (!(await areItsIds(db, enrolments.map(({ device }) => device)))) return false
      await Promise.all([db.photos.bulkPut([...photos]), db.photoBytes.bulkPut([...bytes]), db.sealedPhotos.bulkPut([...own]), db.sealedBytes.bulkPut([...sealedBytes])])
      return true
    })
    return isBack || catchUp(book)
  })
}

/** Seals photos under these enrolments. A photo stays as it is if its commune has no device any more or its key is spoilt. */
export async function rewrap(book: OpenBook, rows: readonly SealedPhotoRow[], enrolments: readonly Enrolment[]): Promise<readonly SealedPhotoRow[]> {
  if (rows.length === 0) return rows
  const { rewrapped } = await loadPhotoSealing()
  return Promise.all(rows.map((row) => {
    const enrolment = enrolments.find(({ code }) => code === row.commune)
    return enrolment ? rewrapped(book, row, enrolment).catch(() => row) : row
  }))
}

/** @returns the deleted rows, to bring them back */
function remove({ db }: OpenBook, keys: [string, string][]): Promise<DroppedPhotos> {
  return db.transaction('rw', photoTables(db), async () => {
    const here = <T>(rows: readonly (T | undefined)[]): readonly T[] => rows.filter((row) => row !== undefined)
    const photos = here(await db.photos.bulkGet(keys))
    const ids = photos.flatMap((photo) => photo.sealed ?? [])
    const gone = { photos, bytes: here(await db.photoBytes.bulkGet(keys)), sealed: here(await db.sealedPhotos.bulkGet(ids)), sealedBytes: here(await db.sealedBytes.bulkGet(ids)) }
    await Promise.all([db.photos.bulkDelete(keys), db.photoBytes.bulkDelete(keys), db.sealedPhotos.bulkDelete(ids), db.sealedBytes.bulkDelete(ids)])
    return gone
  })
}

/** The bytes of a photo; `spoilt` = they cannot be read, and the photo is marked as such; `null` = it was deleted in the meantime. */
export async function openPhoto(book: OpenBook, photo: PhotoRow): Promise<Uint8Array<ArrayBuffer> | 'spoilt' | null> {
  const bytes = await bytesOf(book, photo)
  if (bytes === 'spoilt' && !photo.isSpoilt) {
    await book.db.photos.update([photo.record, photo.hash], { isSpoilt: true })
    book.changed({ ids: [] })
  }
  return bytes
}

/** Reads all its rows in one transaction: a photo sent or thrown away in the meantime is not spoilt, its bytes were deleted with it. */
async function bytesOf(book: OpenBook, { record, hash }: PhotoRow): Promise<Uint8Array<ArrayBuffer> | 'spoilt' | null> {
  const { db } = book
  const found = await db.transaction('r', photoTables(db), async () => {
    const photo = await db.photos.get([record, hash])
    const id = photo?.sealed ?? ''
    return { photo, old: await db.photoBytes.get([record, hash]), sealed: await db.sealedPhotos.get(id), bytes: await db.sealedBytes.get(id) }
  })
  const { photo, old, sealed, bytes } = found
  if (!photo) return null
  if (sealed && bytes) return (await loadPhotoSealing()).unlockPhoto(book, { sealed, bytes }).catch(asSpoilt)
  return old ? book.cipher().openBytes(places.photo(record, hash), old.blob).catch(asSpoilt) : 'spoilt'
}

/** Turns a failed decryption into `spoilt`, which concerns only this photo. @throws any other error */
function asSpoilt(error: unknown): 'spoilt' {
  if (error instanceof DOMException && error.name === 'OperationError') return 'spoilt'
  throw error
}

/** @throws StorageError `storageLost` if the browser no longer has that part of the app */
export const loadPhotoSealing = () => import('./photoSealing').catch(partGone)

export const photoTables = ({ photos, photoBytes, sealedPhotos, sealedBytes }: AccountDatabase) => [photos, photoBytes, sealedPhotos, sealedBytes]

const photosOf = (db: AccountDatabase, record: string): Promise<PhotoRow[]> => db.photos.where('[record+hash]').between(...rangeOf(record)).toArray()

export const saidBy = (operation: Operation | undefined): readonly (AnswerValue | null | undefined)[] => (operation?.type === 'submit' ? Object.values(operation.patch) : [])

/**
 * Whether the server has received the text that names the photo: its record here names it, or no operation that still waits for the server or a person
 * does.
 */
function hasTextGone({ hash, ofDraft }: PhotoRow, { server, operations }: RecordView): boolean {
  if (Object.values(server?.answers ?? {}).includes(hash)) return true
  return !ofDraft && !operations.some(({ row, operation }) => row.state !== 'acknowledged' && saidBy(operation).includes(hash))
}
