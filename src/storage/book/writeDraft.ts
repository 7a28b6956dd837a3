import { cardOf } from '../../domain/records/cardOf'
import type { Draft } from '../ledger'
import type { DraftRow } from '../disk/accountDatabase'
import { places } from '../disk/places'
import { putRows } from '../disk/putRows'
import { sealedDraft } from './draftSealing'
import type { OpenBook } from './openBook'
import { refreshLocal } from './recordView'

export async function writeDraft(book: OpenBook, draft: Draft): Promise<Draft> {
  const [blob, sealed] = await Promise.all([book.cipher().seal(places.draft(draft.id), draft), sealedDraft(book, draft)])
  await putRows(book.db, { drafts: { id: draft.id, blob } satisfies DraftRow, ...(sealed && { sealedDrafts: sealed }) })
  if (sealed && !book.enrolments.some(({ device }) => device === sealed.device)) {
    // The book took another id meanwhile.
    await book.db.sealedDrafts.delete([sealed.device, sealed.record])
    return writeDraft(book, draft)
  }
  const known = book.drafts.get(draft.id)
  if (known === 'alone') book.cards.setLocal(draft.id, cardOf({ id: draft.id, commune: draft.commune, server: null, operations: [], draft }))
  if (known === undefined) await refreshLocal(book, [draft.id])
  book.changed({ ids: [draft.id] })
  return draft
}
