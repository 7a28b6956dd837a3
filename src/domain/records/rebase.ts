import { sameAnswer, type Answers } from '../forms/answers'

/** A form somebody filled in: the answers it started from, and what it says now. */
export interface Edited {
  readonly seen: Answers
  readonly answers: Answers
  /** Fields that are the author's word even where they look as at the start, e.g. values the server refused. */
  readonly said?: readonly string[]
}

/**
 * The edited answers carried over to what the record holds by now: fields the author did not touch follow the record,
 * touched ones keep the author's word (protocol rules 15, 19). Never drops a touched field.
 */
export function rebase({ seen, answers, said = [] }: Edited, current: Answers): Answers {
  const isTouched = (field: string): boolean => said.includes(field) || !sameAnswer(seen[field], answers[field])
  const fields = [...new Set([...Object.keys(current), ...Object.keys(answers)])]
  const values = fields.map((field) => [field, isTouched(field) ? answers[field] : current[field]] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}
