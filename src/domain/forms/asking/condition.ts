import type { Scalar } from '../answers'

/**
 * A condition for asking something, as data. If a field is not answered or has a missing reason, every leaf on it is false, except
 * `missing`, which then holds for a missing reason. Only `not` inverts this. A field that is not asked counts as not answered, so
 * skipping is transitive.
 */
export type Condition = Leaf | Branch

export type Leaf =
  | { readonly op: 'is' | 'isNot'; readonly field: string; readonly value: Scalar }
  | { readonly op: 'in' | 'notIn'; readonly field: string; readonly value: readonly Scalar[] }
  /** The multi-choice answer contains the value. */
  | { readonly op: 'has'; readonly field: string; readonly value: string }
  /** Some row of a repeated group fits. `row` reads the columns of that row. */
  | { readonly op: 'anyRow'; readonly field: string; readonly row: Condition }
  | { readonly op: 'answered'; readonly field: string }
  | { readonly op: 'missing'; readonly field: string }
  /** The person born on the date in `field` may be younger than `value` completed years on the day in the field `on`. */
  | { readonly op: 'youngerThan'; readonly field: string; readonly on: string; readonly value: number }

export type Branch = { readonly op: 'all' | 'any' | 'not'; readonly of: readonly Condition[] }

export function isBranch(condition: Condition): condition is Branch {
  return 'of' in condition
}

/** Every field a condition reads, in the order in which they are written. */
export function fieldsRead(condition: Condition): readonly string[] {
  if (isBranch(condition)) return condition.of.flatMap(fieldsRead)
  return condition.op === 'youngerThan' ? [condition.field, condition.on] : [condition.field]
}

/** The columns of the repeated group `rows` that a condition reads. */
export function columnsRead(condition: Condition, rows: string): readonly string[] {
  if (isBranch(condition)) return condition.of.flatMap((part) => columnsRead(part, rows))
  return condition.op === 'anyRow' && condition.field === rows ? fieldsRead(condition.row) : []
}
