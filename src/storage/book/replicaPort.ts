import { digestText } from '../../domain/records/digest'
import type { Cursor } from '../../protocol/messages'
import { applyPage } from './applyPage'
import type { ReplicaPort } from '../ledger'
import { attempt, insist, type OpenBook } from './openBook'
import { stateKeys } from '../disk/places'
import { readState, sealState } from '../disk/stateRows'

/** The replica of one account as the sync engine fills it. */
export function replicaPort(book: OpenBook): ReplicaPort {
  return {
    cursor: (commune) => insist(book, () => readState<Cursor>(book, stateKeys.cursor(commune))),
    digest: (commune) => digestText(book.cards.digest(commune, book.contexts.get(commune)?.hamlets.map((hamlet) => hamlet.id) ?? null)),
    contextHash: (commune) => book.contexts.get(commune)?.hash ?? null,
    applyPage: (commune, page) => attempt(book, () => applyPage(book, commune, page)),
    saveContext: (commune, context) => attempt(book, async () => {
      await book.db.state.put(await sealState(book, stateKeys.context(commune), context))
      book.contexts.set(commune, context)
      book.changed({ state: true })
      return null
    }),
  }
}
