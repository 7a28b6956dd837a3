import type { RequestKind } from '../../domain/forms/definitions/requestFields'
import type { Card } from '../../domain/records/cards/card'

export const MERGE: RequestKind = '3'
export const TO_HAMLET: RequestKind = '2'

/** The records a request may name as its target: records of the same kind to merge with, or households to move into. */
export function othersFor(cards: readonly Card[], card: Card, kind: string | null): readonly Card[] {
  const wanted = kind === MERGE ? card.kind : 'household'
  return cards.filter((other) => other.kind === wanted && other.commune === card.commune && other.version > 0 && other.id !== card.id && (kind === MERGE || other.id !== card.household))
}
