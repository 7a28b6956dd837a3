import { cardOf } from '../../domain/records/cardOf'
import type { Draft } from '../ledger'
import { places } from '../disk/places'
import type { OpenBook } from './openBook'
import { refreshLocal } from './recordView'

export async function writeDraft(book: OpenBook, draft: Draft): Promise<Draft> {
  const blob = await book.cipher().seal(places.draft(draft.id), draft)
  await book.db.drafts.put({ id: draft.id, blob })
  const known = book.drafts.get(draft.id)
  if (known === 'alone') book.cards.setLocal(draft.id, cardOf({ id: draft.id, commune: draft.commune, server: null, operations: [], draft }))
  if (known === undefined) await refreshLocal(book, [draft.id])
  book.changed({ ids: [draft.id] })
  return draft
}
