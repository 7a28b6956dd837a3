import type { OpenBook } from './openBook'
import { saidBy } from './photos'
import { readViews, type RecordView } from './recordView'

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
