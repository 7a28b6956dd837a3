import { cardOf } from '../../../domain/records/cards/cardOf'
import type { Draft } from '../../ledger'
import type { DraftRow } from '../../disk/accountDatabase'
import { places } from '../../disk/places'
import { putRows } from '../../disk/putRows'
import { catchUp } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { sealedDraft } from './draftSealing'
import type { OpenBook } from '../openBook'
import { refreshLocal } from '../recordView'

export async function writeDraft(book: OpenBook, draft: Draft): Promise<Draft> {
  await untilWritten(async () => {
    const [blob, sealed] = await Promise.all([book.cipher().seal(places.draft(draft.id), draft), sealedDraft(book, draft)])
    const rows = { drafts: { id: draft.id, blob } satisfies DraftRow, ...(sealed && { sealedDrafts: sealed }) }
    // Fails if the book has changed its device id, in this tab or another.
    return (await putRows(book.db, rows, sealed && { table: 'devices', key: sealed.device })) || catchUp(book)
  })
  const known = book.drafts.get(draft.id)
  if (known === 'alone') book.cards.setLocal(draft.id, cardOf({ id: draft.id, commune: draft.commune, server: null, operations: [], draft }))
  if (known === undefined) await refreshLocal(book, [draft.id])
  book.changed({ ids: [draft.id] })
  return draft
}
