import type { Card } from '../../domain/records/card'

/** Asked, and not decided on this device yet. */
export function openRequests(cards: readonly Card[]): readonly Card[] {
  return cards.filter((card) => card.asked !== undefined && card.local !== 'queued')
}
