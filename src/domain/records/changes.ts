import { sameAnswer, type Answers, type AnswerValue } from '../forms/answers'
import type { FieldChange } from './record'

/** A patch as operations carry it: `null` clears the field. */
export type Patch = { readonly [field: string]: AnswerValue | null }

export function fieldChange(field: string, from: AnswerValue | undefined, to: AnswerValue | undefined): FieldChange {
  return { field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** The changes a patch would make, in the patch's order. Values that are already there are left out. */
export function changesOf(answers: Answers, patch: Patch): readonly FieldChange[] {
  return Object.entries(patch)
    .map(([field, value]) => fieldChange(field, answers[field], value ?? undefined))
    .filter((change) => !sameAnswer(change.from, change.to))
}

/** Answers after the changes. A cleared field loses its key, so that a missing key always means "no answer". */
export function withChanges(answers: Answers, changes: readonly FieldChange[]): Answers {
  const after: Record<string, AnswerValue | undefined> = { ...answers }
  for (const { field, to } of changes) {
    if (to === undefined) delete after[field]
    else after[field] = to
  }
  return after
}

/** Joins two sets of changes into one: per field the first `from` and the last `to`. A field that is back at its first value is left out. */
export function accumulate(earlier: readonly FieldChange[], later: readonly FieldChange[]): readonly FieldChange[] {
  const byField = new Map(earlier.map((change) => [change.field, change]))
  for (const change of later) {
    const first = byField.get(change.field) ?? change
    byField.set(change.field, fieldChange(change.field, first.from, change.to))
  }
  return [...byField.values()].filter((change) => !sameAnswer(change.from, change.to))
}
