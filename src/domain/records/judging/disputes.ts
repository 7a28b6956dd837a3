import { sameAnswer } from '../../forms/answers'
import type { ResolveOperation } from '../operation'
import type { Hold } from '../record'

/** A field for which other values wait than the one that stands. */
export interface Dispute {
  readonly field: string
  /** The values that wait, each with all the holds that say it. */
  readonly sides: readonly (readonly Hold[])[]
}

/** What a person has to choose, one question a field. */
export function disputesOf(holds: readonly Hold[]): readonly Dispute[] {
  return [...new Set(holds.map(({ field }) => field))].map((field) => ({ field, sides: sidesOf(holds.filter((hold) => hold.field === field)) }))
}

function sidesOf(holds: readonly Hold[]): Dispute['sides'] {
  const saying = (value: Hold['value']) => holds.filter((hold) => sameAnswer(hold.value ?? undefined, value ?? undefined))
  return holds.map(({ value }) => saying(value)).filter(([first], place) => first === holds[place])
}

/** The choice of one of its values, said of every hold there is of the field; `undefined` = the value that stands. */
export function choicesOf({ sides }: Dispute, taken: readonly Hold[] | undefined): ResolveOperation['choices'] {
  return sides.flatMap((side) => side.map(({ id }) => ({ hold: id, take: side === taken ? 'held' as const : 'current' as const })))
}
