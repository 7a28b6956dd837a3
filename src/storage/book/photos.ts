import type { AnswerValue } from '../../domain/forms/answers'
import type { Operation } from '../../domain/records/operation'
import { toBase64url } from '../../protocol/base64url'
import type { AccountDatabase, PhotoBytesRow, PhotoRow } from '../disk/accountDatabase'
import { places } from '../disk/places'
import { rangeOf } from '../disk/stateRows'
import type { PhotoPort } from '../ledger'
import { attempt, insist, type OpenBook } from './openBook'
import { readView, type RecordView } from './recordView'

export function photoPort(book: OpenBook): PhotoPort {
  const { db } = book
  return {
    keep: ({ commune, record, bytes }) => attempt(book, async () => {
      const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
      const blob = await book.cipher().sealBytes(places.photo(record, hash), bytes)
      await db.transaction('rw', db.photos, db.photoBytes, async () => {
        // Chosen once more from the same file it stays what it was.
        if (await db.photos.get([record, hash])) return
        await db.photos.add({ record, hash, commune, size: bytes.length, keptAt: new Date(book.now()).toISOString(), ofDraft: true })
        await db.photoBytes.add({ record, hash, blob })
      })
      book.changed({ ids: [record] })
      return hash
    }),
    bytes: (hash) => insist(book, async () => {
      const photo = await db.photos.where('hash').equals(hash).first()
      if (!photo) return null
      const bytes = await openPhoto(book, photo)
      if (bytes === 'damaged' && !photo.isSpoilt) {
        await db.photos.update([photo.record, hash], { isSpoilt: true })
        book.changed({ ids: [] })
      }
      return bytes
    }),
    waiting: () => insist(book, async () => (await db.photos.toArray()).map(({ ofDraft: _ofDraft, ...photo }) => photo)),
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

/** Photos that went, as they lay on the disk. */
export interface DroppedPhotos {
  readonly photos: readonly PhotoRow[]
  readonly bytes: readonly PhotoBytesRow[]
}

/** Inside the transaction that queues an operation: what it names is no draft's alone any more; what only the one it takes the place of named is again. */
export async function markNamed({ db }: OpenBook, operation: Operation, replaced: Operation | undefined): Promise<void> {
  const [named, before] = [saidBy(operation), saidBy(replaced)]
  const rows = await photosOf(db, operation.record)
  await db.photos.bulkPut(rows.flatMap(({ ofDraft, ...row }) => (named.includes(row.hash) ? [row] : ofDraft || before.includes(row.hash) ? [{ ...row, ofDraft: true }] : [])))
}

/** A photo taken again, or of a draft thrown away: never named by anything that left this device, and by nothing that is written here, it goes. */
export async function dropUnnamedPhotos(book: OpenBook, record: string): Promise<DroppedPhotos> {
  const rows = (await photosOf(book.db, record)).filter(({ ofDraft }) => ofDraft)
  if (rows.length === 0) return { photos: [], bytes: [] }
  const { server, operations, draft } = await readView(book, record)
  const named = new Set([...Object.values(server?.answers ?? {}), ...Object.values(draft?.answers ?? {}), ...operations.flatMap(({ operation }) => saidBy(operation))])
  const photos = rows.filter(({ hash }) => !named.has(hash))
  const keys = photos.map(({ hash }): [string, string] => [record, hash])
  const bytes = (await book.db.photoBytes.bulkGet(keys)).filter((row) => row !== undefined)
  await remove(book, keys)
  return { photos, bytes }
}

export async function putPhotosBack({ db }: OpenBook, { photos, bytes }: DroppedPhotos): Promise<void> {
  await db.transaction('rw', db.photos, db.photoBytes, () => Promise.all([db.photos.bulkPut([...photos]), db.photoBytes.bulkPut([...bytes])]))
}

async function remove({ db }: OpenBook, keys: readonly [string, string][]): Promise<void> {
  await db.transaction('rw', db.photos, db.photoBytes, () => Promise.all([db.photos.bulkDelete([...keys]), db.photoBytes.bulkDelete([...keys])]))
}

/** One that was sent or thrown away while it was looked at is not spoilt: its bytes went with it. */
async function openPhoto({ db, cipher }: OpenBook, { record, hash }: PhotoRow): Promise<Uint8Array<ArrayBuffer> | 'damaged' | null> {
  const [photo, row] = await db.transaction('r', db.photos, db.photoBytes, async () => [await db.photos.get([record, hash]), await db.photoBytes.get([record, hash])] as const)
  if (!photo) return null
  return row ? cipher().openBytes(places.photo(record, hash), row.blob).catch(damaged) : 'damaged'
}

/** A photo that cannot be deciphered is one photo's trouble; anything else is not. */
function damaged(error: unknown): 'damaged' {
  if (error instanceof DOMException && error.name === 'OperationError') return 'damaged'
  throw error
}

export const photosOf = (db: AccountDatabase, record: string): Promise<PhotoRow[]> => db.photos.where('[record+hash]').between(...rangeOf(record)).toArray()

const saidBy = (operation: Operation | undefined): readonly (AnswerValue | null | undefined)[] => (operation?.type === 'submit' ? Object.values(operation.patch) : [])

/** The server has heard of the photo: its record here says so, or nothing that still waits for the server or for a person names it. */
function hasTextGone({ hash, ofDraft }: PhotoRow, { server, operations }: RecordView): boolean {
  if (Object.values(server?.answers ?? {}).includes(hash)) return true
  return !ofDraft && !operations.some(({ row, operation }) => row.state !== 'acknowledged' && saidBy(operation).includes(hash))
}
