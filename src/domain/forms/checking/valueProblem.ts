/** What is wrong with a single value. Closed list: each has words in `problemWords`. */
const valueProblems = [
  'type', 'blank', 'untidy', 'tooLong', 'dateFormat', 'noSuchDay', 'noSuchMonth', 'datePrecision', 'year', 'choice', 'twice',
  'notDigits', 'digits', 'oldNumber', 'phone', 'oldPhone', 'email', 'commune', 'photo', 'place', 'range', 'whole', 'mayNotMiss',
  'required', 'leftOver',
] as const
export type ValueProblem = (typeof valueProblems)[number]

/** The problem with the numbers its words need; `row` (from 1) and `column` when it is inside a repeated group. */
export type Problem = { readonly problem: ValueProblem } & { readonly [name: string]: string | number }

export function isValueProblem(value: unknown): value is ValueProblem {
  return (valueProblems as readonly unknown[]).includes(value)
}
