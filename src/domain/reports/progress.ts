import type { Card } from '../records/cards/card'
import type { Instant } from '../time'

export interface ProgressTarget {
  readonly id: string
  readonly name: string
  /** Forms aimed at; 0 = no target set. */
  readonly target: number
}

/** Where the forms of one hamlet stand. Each stage is counted by itself: accepted forms are also collected forms. */
export interface ProgressRow extends ProgressTarget {
  /** Forms the server holds, whatever their state. */
  readonly collected: number
  /** Of these: waiting for the supervisor, with the officer again, accepted. */
  readonly submitted: number
  readonly returned: number
  readonly accepted: number
  /** Last arrival; `null` = nothing ever came, which is "no report" and not 0%. */
  readonly lastAt: Instant | null
}

/** Progress of one kind of form by hamlet, in the order of `targets`. */
export function progressByHamlet(cards: readonly Card[], kind: 'labour' | 'asxh', targets: readonly ProgressTarget[]): readonly ProgressRow[] {
  const rows = new Map(targets.map((target) => [target.id, { ...target, ...nothing }]))
  for (const card of cards) {
    const row = rows.get(card.hamlet)
    if (card.kind !== kind || card.status === null || !row) continue
    row.collected += 1
    if (card.status !== 'live') row[card.status] += 1
    if (card.sentAt && (row.lastAt === null || card.sentAt > row.lastAt)) row.lastAt = card.sentAt
  }
  return [...rows.values()]
}

/** The commune's line: sums of the hamlets' lines, so that it can be checked by hand. */
export function progressTotal(rows: readonly ProgressRow[]): Omit<ProgressRow, 'id' | 'name' | 'lastAt'> {
  const sum = (of: (row: ProgressRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    target: sum((row) => row.target),
    collected: sum((row) => row.collected),
    submitted: sum((row) => row.submitted),
    returned: sum((row) => row.returned),
    accepted: sum((row) => row.accepted),
  }
}

const nothing: { collected: number; submitted: number; returned: number; accepted: number; lastAt: Instant | null } = {
  collected: 0, submitted: 0, returned: 0, accepted: 0, lastAt: null,
}
