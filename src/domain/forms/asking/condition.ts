import type { Scalar } from '../answers'

/**
 * When something is asked, as data. An unanswered field and a "don't know" make every leaf false except `missing`
 * (which holds for "don't know", "refused", "none yet"); only `not` turns that round. A field that is itself not asked
 * counts as unanswered, so skipping is transitive.
 */
export type Condition = Leaf | Branch

export type Leaf =
  | { readonly op: 'is' | 'isNot'; readonly field: string; readonly value: Scalar }
  | { readonly op: 'in' | 'notIn'; readonly field: string; readonly value: readonly Scalar[] }
  /** A multi-choice contains the value. */
  | { readonly op: 'has'; readonly field: string; readonly value: string }
  /** Some row of a repeated group fits; `row` reads that row's columns. */
  | { readonly op: 'anyRow'; readonly field: string; readonly row: Condition }
  | { readonly op: 'answered'; readonly field: string }
  | { readonly op: 'missing'; readonly field: string }
  /** The person born on `field` may be younger than `value` completed years on the day in `on`. */
  | { readonly op: 'youngerThan'; readonly field: string; readonly on: string; readonly value: number }

export type Branch = { readonly op: 'all' | 'any' | 'not'; readonly of: readonly Condition[] }

export function isBranch(condition: Condition): condition is Branch {
  return 'of' in condition
}

/** Every field a condition reads, in the order written. */
export function fieldsRead(condition: Condition): readonly string[] {
  if (isBranch(condition)) return condition.of.flatMap(fieldsRead)
  return condition.op === 'youngerThan' ? [condition.field, condition.on] : [condition.field]
}

/** The columns of a repeated group that a condition reads. */
export function columnsRead(condition: Condition, rows: string): readonly string[] {
  if (isBranch(condition)) return condition.of.flatMap((part) => columnsRead(part, rows))
  return condition.op === 'anyRow' && condition.field === rows ? fieldsRead(condition.row) : []
}
