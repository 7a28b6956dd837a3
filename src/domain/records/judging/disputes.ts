import { sameAnswer } from '../../forms/answers'
import type { ResolveOperation } from '../operation'
import type { Hold } from '../record'
import { correctionOf } from './holds'

/** A field for which other values are held than the current one. */
export interface Dispute {
  readonly field: string
  /** The held values, each as the list of all holds with this value. */
  readonly sides: readonly (readonly Hold[])[]
}

/** The choices a person has to make, one per field. */
export function disputesOf(holds: readonly Hold[]): readonly Dispute[] {
  return [...new Set(holds.map(({ field }) => field))].map((field) => ({ field, sides: sidesOf(holds.filter((hold) => hold.field === field)) }))
}

function sidesOf(holds: readonly Hold[]): Dispute['sides'] {
  const saying = (value: Hold['value']) => holds.filter((hold) => sameAnswer(hold.value ?? undefined, value ?? undefined))
  return holds.map(({ value }) => saying(value)).filter(([first], place) => first === holds[place])
}

/** Corrections of several of these fields, each as the list of its holds. Their values may be right only together. */
export function correctionsOf(disputes: readonly Dispute[]): readonly (readonly Hold[])[] {
  const holds = disputes.flatMap(({ sides }) => sides.flat())
  return [...new Set(holds.map(correctionOf))].map((correction) => holds.filter((hold) => correctionOf(hold) === correction)).filter((each) => each.length > 1)
}

/**
 * The choice of one of the held values, as a choice for every hold of the field.
 * @param taken one of the `sides`; `undefined` = the current value stays
 */
export function choicesOf({ sides }: Dispute, taken: readonly Hold[] | undefined): ResolveOperation['choices'] {
  return sides.flatMap((side) => side.map(({ id }) => ({ hold: id, take: side === taken ? 'held' as const : 'current' as const })))
}
