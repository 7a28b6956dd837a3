import type { RequestKind } from '../../domain/forms/definitions/requestFields'
import type { Card } from '../../domain/records/cards/card'

export const MERGE: RequestKind = '3'
export const TO_HAMLET: RequestKind = '2'

/** Whom a request may name beside a record: records of its kind to be merged with, households to move into. */
export function othersFor(cards: readonly Card[], card: Card, kind: string | null): readonly Card[] {
  const wanted = kind === MERGE ? card.kind : 'household'
  return cards.filter((other) => other.kind === wanted && other.commune === card.commune && other.version > 0 && other.id !== card.id && (kind === MERGE || other.id !== card.household))
}
