import type { Card } from '../../domain/records/cards/card'

/** Asked, and not decided on this device yet. */
export function openRequests(cards: readonly Card[]): readonly Card[] {
  return cards.filter((card) => card.asked !== undefined && card.local !== 'queued')
}
