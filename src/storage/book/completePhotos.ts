import { attempt, type OpenBook } from './openBook'
import { loadPhotoSealing, openPhoto, photoTables } from './photos'

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
      await db.transaction('rw', photoTables(db), async () => {
        const row = await db.photos.get([photo.record, photo.hash])
        if (!row || row.sealed !== undefined) return
        await db.photos.put({ ...row, sealed: locked.sealed.id })
        await db.sealedPhotos.add(locked.sealed)
        await db.sealedBytes.add(locked.bytes)
        await db.photoBytes.delete([photo.record, photo.hash])
      })
    })
    if (!done.ok) return
  }
}
