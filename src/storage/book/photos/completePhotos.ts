import { areItsIds } from '../devices/deviceRows'
import { attempt, type OpenBook } from '../openBook'
import { loadPhotoSealing, openPhoto, photoTables, saidBy } from './photos'
import { readViews, type RecordView } from '../recordView'

/* What earlier versions of the app left of photos is brought up to date when a book is opened. */

/** Seals the photos that are not: those of an earlier version of the app. What was not reached goes on at the next opening. Idempotent. */
export async function completeSealedPhotos(book: OpenBook): Promise<void> {
  const { db } = book
  const communes = new Set(book.enrolments.map(({ code }) => code))
  const open = await db.photos.filter(({ sealed, isSpoilt, commune }) => sealed === undefined && !isSpoilt && communes.has(commune)).toArray()
  for (const photo of open) {
    const done = await attempt(book, async () => {
      const bytes = await openPhoto(book, photo)
      if (!bytes || bytes === 'damaged') return
      const locked = await (await loadPhotoSealing()).lockPhoto(book, photo, bytes)
      await db.transaction('rw', [...photoTables(db), db.devices], async () => {
        const row = await db.photos.get([photo.record, photo.hash])
        if (!row || row.sealed !== undefined || !(await areItsIds(db, [locked.sealed.device]))) return
        await db.photos.put({ ...row, sealed: locked.sealed.id })
        await db.sealedPhotos.add(locked.sealed)
        await db.sealedBytes.add(locked.bytes)
        await db.photoBytes.delete([photo.record, photo.hash])
      })
    })
    if (!done.ok) return
  }
}

/**
 * Photos of earlier versions do not say that they are of a draft alone: they would be offered to a server that was told nothing of them,
 * and stay here when the draft has gone. Idempotent.
 */
export async function completeDraftPhotos(book: OpenBook): Promise<void> {
  const { photos } = book.db
  const unsaid = await photos.filter(({ keptAt, ofDraft }) => keptAt === undefined && !ofDraft).toArray()
  if (unsaid.length === 0) return
  const views = new Map((await readViews(book, [...new Set(unsaid.map(({ record }) => record))])).map((view) => [view.id, view]))
  const drafts = unsaid.filter(({ record, hash }) => isOfDraft(views.get(record), hash))
  await Promise.all(drafts.map(({ record, hash }) => photos.update([record, hash], { ofDraft: true })))
}

/** What was sent and lies here in part, or no more, may have named it. */
function isOfDraft(view: RecordView | undefined, hash: string): boolean {
  if (!view?.draft || view.server?.shrunk !== undefined || (!view.server && view.draft.base > 0)) return false
  const said = [...Object.values(view.server?.answers ?? {}), ...view.operations.flatMap(({ operation }) => saidBy(operation))]
  return !said.includes(hash)
}
