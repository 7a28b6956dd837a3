/** Why a question that was asked has no value. If it was not asked, or not answered yet, its key is absent instead. */
export const missingReasons = ['dontKnow', 'refused', 'noneYet'] as const
export type MissingReason = (typeof missingReasons)[number]
export type Missing = { readonly missing: MissingReason }

export type Scalar = string | number | boolean
/** One row of a repeated group, e.g. one benefit decision. */
export type AnswerRow = { readonly [column: string]: Scalar | undefined }
export type AnswerValue = Scalar | readonly string[] | readonly AnswerRow[] | Missing

/**
 * Answers by field id. An absent key means "not asked" or "not answered yet" (`isAsked` tells which).
 * `0`, `false` and `''` are values. Dates are `PartialDate` strings, money is a whole number of đồng.
 */
export type Answers = { readonly [fieldId: string]: AnswerValue | undefined }

export function isMissing(value: AnswerValue | undefined): value is Missing {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'missing' in value
}

/** Structural equality of two answers. The order of keys does not count, the order of list items does. */
export function sameAnswer(a: AnswerValue | undefined, b: AnswerValue | undefined): boolean {
  return a === b || canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined).sort(([x], [y]) => (x < y ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join()}}`
}
