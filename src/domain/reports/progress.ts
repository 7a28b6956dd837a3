import type { Card } from '../records/cards/card'
import { groupBy } from '../groupBy'
import type { Instant } from '../time'

export interface ProgressTarget {
  readonly id: string
  readonly name: string
  /** Target number of forms. 0 = no target set. */
  readonly target: number
}

/** Progress of one hamlet's forms. The stages are counted separately: an accepted form is also a collected form. */
export interface ProgressRow extends ProgressTarget {
  /** Forms the server has, in any state. */
  readonly collected: number
  /** Collected forms that wait for the supervisor, were returned, are accepted. */
  readonly submitted: number
  readonly returned: number
  readonly accepted: number
  /** Forms that count towards the target. 0 if no target is set. */
  readonly measured: { readonly collected: number; readonly accepted: number }
  /** Forms still missing to the target. Never below 0; 0 if no target is set. */
  readonly left: number
  /** When the last form arrived. `null` = none ever did, which means "no report", not 0%. */
  readonly lastAt: Instant | null
}

export type ProgressTotal = Omit<ProgressRow, 'id' | 'name' | 'lastAt'>

/**
 * Progress of one kind of form by hamlet, in the order of `targets`. A target counts people. So one form is counted per person, and none
 * of a person who was set aside as the same as another (decision 0027).
 * @param cards of labour forms, only those of one survey
 */
export function progressByHamlet(cards: readonly Card[], kind: 'labour' | 'asxh', targets: readonly ProgressTarget[]): readonly ProgressRow[] {
  const asides = new Set(cards.filter((card) => card.sameAs !== undefined).map(({ id }) => id))
  const forms = cards.filter((card) => card.kind === kind && stageOf(card) >= 0 && !asides.has(card.person ?? ''))
  const counted = [...groupBy(forms, ({ person }) => person).values()].map((ofOne) => ofOne.reduce((best, form) => (stageOf(form) > stageOf(best) ? form : best)))
  const byHamlet = groupBy(counted, ({ hamlet }) => hamlet)
  return targets.map((target) => rowOf(target, byHamlet.get(target.id) ?? []))
}

/** Ascending: if a person has two forms, the one in the later stage counts. */
const stages = ['returned', 'submitted', 'accepted'] as const
const stageOf = ({ status }: Card): number => (stages as readonly unknown[]).indexOf(status)

function rowOf(target: ProgressTarget, forms: readonly Card[]): ProgressRow {
  const [returned, submitted, accepted] = stages.map((stage) => forms.filter(({ status }) => status === stage).length) as [number, number, number]
  const collected = forms.length
  const isMeasured = target.target > 0
  return {
    ...target, collected, submitted, returned, accepted,
    measured: isMeasured ? { collected, accepted } : { collected: 0, accepted: 0 },
    left: isMeasured ? Math.max(0, target.target - collected) : 0,
    lastAt: forms.reduce<Instant | null>((last, { sentAt }) => (sentAt && (last === null || sentAt > last) ? sentAt : last), null),
  }
}

/** The commune's totals: sums of the hamlets' rows, so that they can be checked by hand. */
export function progressTotal(rows: readonly ProgressRow[]): ProgressTotal {
  const sum = (of: (row: ProgressRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
  return {
    target: sum((row) => row.target),
    collected: sum((row) => row.collected),
    submitted: sum((row) => row.submitted),
    returned: sum((row) => row.returned),
    accepted: sum((row) => row.accepted),
    measured: { collected: sum((row) => row.measured.collected), accepted: sum((row) => row.measured.accepted) },
    left: sum((row) => row.left),
  }
}
