import { waitsForReview, type Card } from '../../../domain/records/cards/card'
import type { Directory } from '../useDirectory'

/** One line of the queue: a form that waits for the supervisor. */
export interface QueueItem {
  readonly card: Card
  readonly id: string
  /** What a tick stands for: this form as shown. Once it changes the tick is off. */
  readonly tick: string
  readonly name: string
  readonly householdCode: string
  readonly hamletName: string
  readonly collector: string
  readonly sentAt: string
  readonly resubmitted: boolean
  /** A decision on it was refused, or values wait for a choice: it is read before it is accepted. */
  readonly needsPerson: boolean
}

/**
 * Forms the server holds as submitted. One that this device has already decided on and not yet sent is left out, so
 * that nobody decides twice; one whose decision was refused comes back.
 */
export function queueItems(cards: readonly Card[], directory: Directory): readonly QueueItem[] {
  return cards.filter(waitsForReview).map((card) => ({
    card,
    id: card.id,
    tick: `${card.id}@${card.version}`,
    name: card.name,
    householdCode: directory.householdCode(card.household),
    hamletName: directory.hamletName(card.hamlet),
    collector: directory.personName(card.sentBy),
    sentAt: card.sentAt ?? '',
    resubmitted: card.round > 1,
    needsPerson: card.local === 'action',
  }))
}
