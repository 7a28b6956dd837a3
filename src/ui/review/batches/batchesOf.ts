import { waitsForReview, type Card } from '../../../domain/records/cards/card'

/** A batch: the forms that arrived in one sync run of one device. */
export interface Batch {
  readonly run: string
  readonly by: string | undefined
  readonly device: string | undefined
  readonly hamlets: readonly string[]
  /** Earliest arrival in the run; `''` when no form tells it. */
  readonly at: string
  readonly labour: number
  readonly asxh: number
  readonly waiting: number
  readonly returned: number
  readonly accepted: number
}

/** Batches, newest arrival first. Forms without a run (imported, or from before runs were recorded) are left out. */
export function batchesOf(cards: readonly Card[]): readonly Batch[] {
  const runs = new Map<string, Card[]>()
  for (const card of cards) {
    if (card.run === undefined || (card.kind !== 'labour' && card.kind !== 'asxh')) continue
    const forms = runs.get(card.run) ?? []
    forms.push(card)
    runs.set(card.run, forms)
  }
  return [...runs].map(([run, forms]) => batchOf(run, forms)).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function batchOf(run: string, forms: readonly Card[]): Batch {
  const count = (isCounted: (card: Card) => boolean): number => forms.filter(isCounted).length
  return {
    run,
    by: forms[0]?.sentBy,
    device: forms[0]?.device,
    hamlets: [...new Set(forms.map((card) => card.hamlet))],
    at: forms.reduce((first, card) => (card.sentAt && card.sentAt < first ? card.sentAt : first), forms[0]?.sentAt ?? ''),
    labour: count((card) => card.kind === 'labour'),
    asxh: count((card) => card.kind === 'asxh'),
    waiting: count(waitsForReview),
    returned: count((card) => card.status === 'returned'),
    accepted: count((card) => card.status === 'accepted'),
  }
}
