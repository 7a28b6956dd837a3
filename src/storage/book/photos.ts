import type { AnswerValue } from '../../domain/forms/answers'
import { toBase64url } from '../../protocol/base64url'
import type { PhotoBytesRow, PhotoRow } from '../disk/accountDatabase'
import { places } from '../disk/places'
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
        await db.photos.put({ record, hash, commune, size: bytes.length })
        await db.photoBytes.put({ record, hash, blob })
      })
      book.changed({ ids: [record] })
      return hash
    }),
    bytes: (hash) => insist(book, async () => {
      const record = (await db.photos.where('hash').equals(hash).first())?.record
      const row = record && (await db.photoBytes.get([record, hash]))
      return row ? book.cipher().openBytes(places.photo(row.record, hash), row.blob) : null
    }),
    waiting: () => insist(book, () => db.photos.toArray()),
    ready: (commune) => insist(book, async () => {
      const rows = await db.photos.where('commune').equals(commune).toArray()
      const named = await Promise.all(rows.map(async ({ record, hash }) => Object.values((await readView(book, record)).server?.answers ?? {}).includes(hash)))
      return rows.filter((_, at) => named[at]).map(({ hash, size }) => ({ hash, size }))
    }),
    confirmed: (commune, hash) => insist(book, async () => {
      await remove(book, await db.photos.where('hash').equals(hash).filter((row) => row.commune === commune).primaryKeys())
      book.changed({ ids: [] })
    }),
  }
}

/** Photos that went, as they lay on the disk. */
export interface DroppedPhotos {
  readonly photos: readonly PhotoRow[]
  readonly bytes: readonly PhotoBytesRow[]
}

/** A photo taken again, or of a draft thrown away: named by nothing that is written of its record, it goes. */
export async function dropUnnamedPhotos(book: OpenBook, record: string): Promise<DroppedPhotos> {
  const rows = await book.db.photos.where('[record+hash]').between([record, ''], [record, '\uffff']).toArray()
  if (rows.length === 0) return { photos: [], bytes: [] }
  const named = namedIn(await readView(book, record))
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

function namedIn({ server, operations, draft }: RecordView): ReadonlySet<AnswerValue | null | undefined> {
  const said = operations.flatMap(({ operation }) => (operation.type === 'submit' ? [operation.patch] : []))
  return new Set([server?.answers ?? {}, draft?.answers ?? {}, ...said].flatMap((answers) => Object.values(answers)))
}
