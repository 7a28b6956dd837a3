import type { Card } from '../../domain/records/cards/card'

/** Records with an open request on which this device has not decided yet. */
export function openRequests(cards: readonly Card[]): readonly Card[] {
  return cards.filter((card) => card.asked !== undefined && card.local !== 'queued')
}
