import { waitsForReview, type Card } from '../../../domain/records/cards/card'
import type { Directory } from '../useDirectory'

/** One line of the queue: a form that waits for the supervisor. */
export interface QueueItem {
  readonly card: Card
  readonly id: string
  /** Key of the form's tick: id and version. A tick is lost when the form changes. */
  readonly tick: string
  readonly name: string
  readonly householdCode: string
  readonly hamletName: string
  readonly collector: string
  readonly sentAt: string
  readonly resubmitted: boolean
  /** A decision on it was refused, or it has held values: it must be read before it is accepted. */
  readonly needsPerson: boolean
}

/**
 * The forms that are submitted at the server and not decided on. If a decision of this device is still to be sent, the form is left out,
 * so that nobody decides twice. If the decision is refused, the form is listed again.
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
