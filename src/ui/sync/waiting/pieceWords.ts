import type { Card } from '../../../domain/records/cards/card'
import { isReviewed } from '../../../domain/records/record'
import type { PendingOperation } from '../../../storage/ledger'
import type { WordsOf } from '../../text/areas'

export type SyncWords = WordsOf<'sync'>

/** Words for a waiting operation: whom it is about, and what it is. */
export function pieceWords(t: SyncWords, { operation }: Pick<PendingOperation, 'operation'>, card: Card | undefined): { readonly name: string; readonly what: string } {
  const kind = card?.kind ?? (operation.type === 'submit' ? operation.head.kind : null)
  const thing = kind ? t.kind[kind] : t.anything
  const written = kind && !isReviewed(kind) ? t.infoOf(thing) : thing
  const what = operation.type === 'submit' ? written : t.review[operation.type](thing)
  return { name: card ? card.name || t.noName : t.notHere, what }
}
