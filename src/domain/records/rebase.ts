import { sameAnswer, type Answers } from '../forms/answers'
import type { Patch } from './changes'

/** A form that somebody edited: the answers it started from, and its answers now. */
export interface Edited {
  readonly seen: Answers
  readonly answers: Answers
  /** Fields that count as touched even where the answer is as at the start, e.g. values the server refused. */
  readonly said?: readonly string[]
}

/**
 * Carries edited answers over to the record's current answers: untouched fields follow the record, touched fields keep the
 * author's answer (S15, S19). A touched field is never dropped.
 */
export function rebase({ seen, answers, said = [] }: Edited, current: Answers): Answers {
  const isTouched = (field: string): boolean => said.includes(field) || !sameAnswer(seen[field], answers[field])
  const fields = [...new Set([...Object.keys(current), ...Object.keys(answers)])]
  const values = fields.map((field) => [field, isTouched(field) ? answers[field] : current[field]] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** Those fields of a refused patch whose values the form showed when it was opened. */
export function shownOf(patch: Patch, seen: Answers): readonly string[] {
  return Object.entries(patch).flatMap(([field, value]) => (sameAnswer(value ?? undefined, seen[field]) ? [field] : []))
}

/** Whether an edited form answers for all fields of a refused patch: it showed their values, or they were answered anew. */
export function answersFor({ seen, answers }: Edited, patch: Patch): boolean {
  const shown = shownOf(patch, seen)
  return Object.keys(patch).every((field) => shown.includes(field) || !sameAnswer(seen[field], answers[field]))
}
