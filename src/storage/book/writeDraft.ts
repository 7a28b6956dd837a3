import { cardOf } from '../../domain/records/cardOf'
import type { Draft } from '../ledger'
import { places } from '../disk/places'
import { sealedDraft } from './draftSealing'
import type { OpenBook } from './openBook'
import { refreshLocal } from './recordView'

export async function writeDraft(book: OpenBook, draft: Draft): Promise<Draft> {
  const { db } = book
  const [blob, sealed] = await Promise.all([book.cipher().seal(places.draft(draft.id), draft), sealedDraft(book, draft)])
  await db.transaction('rw', db.drafts, db.sealedDrafts, async () => {
    await db.drafts.put({ id: draft.id, blob })
    if (sealed) await db.sealedDrafts.put(sealed)
  })
  const known = book.drafts.get(draft.id)
  if (known === 'alone') book.cards.setLocal(draft.id, cardOf({ id: draft.id, commune: draft.commune, server: null, operations: [], draft }))
  if (known === undefined) await refreshLocal(book, [draft.id])
  book.changed({ ids: [draft.id] })
  return draft
}
