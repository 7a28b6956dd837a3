import { areItsIds } from '../devices/deviceRows'
import { attempt, type OpenBook } from '../openBook'
import { loadPhotoSealing, openPhoto, photoTables, saidBy } from './photos'
import { readViews, type RecordView } from '../recordView'

/* Updates photos stored by earlier versions of the app, when a book is opened. */

/** Seals photos that are not sealed yet. Those not reached are sealed at the next opening. Idempotent. */
export async function completeSealedPhotos(book: OpenBook): Promise<void> {
  const { db } = book
  const communes = new Set(book.enrolments.map(({ code }) => code))
  const open = await db.photos.filter(({ sealed, isSpoilt, commune }) => sealed === undefined && !isSpoilt && communes.has(commune)).toArray()
  for (const photo of open) {
    const done = await attempt(book, async () => {
      const bytes = await openPhoto(book, photo)
      if (!bytes || bytes === 'spoilt') return
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
 * Marks photos that belong only to a draft, which earlier versions did not. Without the mark they would be sent to a server that has not heard of them,
 * and would stay here when the draft is gone. Idempotent.
 */
export async function completeDraftPhotos(book: OpenBook): Promise<void> {
  const { photos } = book.db
  const unsaid = await photos.filter(({ keptAt, ofDraft }) => keptAt === undefined && !ofDraft).toArray()
  if (unsaid.length === 0) return
  const views = new Map((await readViews(book, [...new Set(unsaid.map(({ record }) => record))])).map((view) => [view.id, view]))
  const drafts = unsaid.filter(({ record, hash }) => isOfDraft(views.get(record), hash))
  await Promise.all(drafts.map(({ record, hash }) => photos.update([record, hash], { ofDraft: true })))
}

/** Only if it is certain: a record that is shrunk, or no longer here, may have named the photo. */
function isOfDraft(view: RecordView | undefined, hash: string): boolean {
  if (!view?.draft || view.server?.shrunk !== undefined || (!view.server && view.draft.base > 0)) return false
  const said = [...Object.values(view.server?.answers ?? {}), ...view.operations.flatMap(({ operation }) => saidBy(operation))]
  return !said.includes(hash)
}
