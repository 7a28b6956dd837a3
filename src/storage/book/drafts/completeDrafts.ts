import type { SealedDraftRow } from '../../disk/accountDatabase'
import { areItsIds } from '../devices/deviceRows'
import { sealedDraft } from './draftSealing'
import type { OpenBook } from '../openBook'
import { notedRecords, notesId } from '../../disk/stateRows'
import { readViews } from '../recordView'

/**
 * Seals drafts that are not sealed yet: an earlier version of the app wrote them. First deletes sealed copies of drafts that ended in a tab with an
 * earlier version. Idempotent.
 */
export async function completeSealedDrafts(book: OpenBook): Promise<void> {
  const { db } = book
  await endLeftOver(book)
  const ids = await db.drafts.toCollection().primaryKeys()
  const sealed = new Set((await db.sealedDrafts.toCollection().primaryKeys()).map(String))
  const open = ids.filter((id) => !book.enrolments.some(({ device }) => sealed.has(String([device, id]))))
  for (const { draft } of await readViews(book, open)) {
    const row = draft && (await sealedDraft(book, draft))
    if (row) await putIfLacking(book, row)
  }
}

/** Copies under a former device id stay: it is not known here what became of those drafts. */
async function endLeftOver({ db, enrolments }: OpenBook): Promise<void> {
  const own = new Set(enrolments.map(({ device }) => device))
  await db.transaction('rw', db.drafts, db.sealedDrafts, db.state, async () => {
    const drafts = new Set([...(await db.drafts.toCollection().primaryKeys()), ...[...(await notedRecords(db))].map(notesId)])
    const sealed = await db.sealedDrafts.toCollection().primaryKeys()
    await db.sealedDrafts.bulkDelete(sealed.filter(([device, record]) => own.has(device) && !drafts.has(record)))
  })
}

/**
 * Writes the sealed copy unless a newer one was sealed in the meantime, the draft ended, or the book changed its device id; in the last case the next
 * opening seals it.
 */
async function putIfLacking({ db }: OpenBook, row: SealedDraftRow): Promise<void> {
  await db.transaction('rw', db.drafts, db.sealedDrafts, db.devices, async () => {
    const isWanted = (await areItsIds(db, [row.device])) && (await db.drafts.get(row.record)) !== undefined && (await db.sealedDrafts.get([row.device, row.record])) === undefined
    if (isWanted) await db.sealedDrafts.put(row)
  })
}
