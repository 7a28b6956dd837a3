/** Problems of a single value. A closed list: `problemWords` has words for each. */
const valueProblems = [
  'type', 'blank', 'untidy', 'tooLong', 'dateFormat', 'noSuchDay', 'noSuchMonth', 'datePrecision', 'year', 'choice', 'twice',
  'notDigits', 'digits', 'oldNumber', 'phone', 'oldPhone', 'email', 'commune', 'photo', 'place', 'range', 'whole', 'mayNotMiss',
  'required', 'leftOver',
] as const
export type ValueProblem = (typeof valueProblems)[number]

/** A problem with the data its words need. Inside a repeated group it also has `row` (from 1) and `column`. */
export type Problem = { readonly problem: ValueProblem } & { readonly [name: string]: string | number }

export function isValueProblem(value: unknown): value is ValueProblem {
  return (valueProblems as readonly unknown[]).includes(value)
}
