import { sameAnswer, type Answers, type AnswerValue } from '../forms/answers'
import type { FieldChange } from './record'

/** A patch as operations carry it: `null` clears the field. */
export type Patch = { readonly [field: string]: AnswerValue | null }

function fieldChange(field: string, from: AnswerValue | undefined, to: AnswerValue | undefined): FieldChange {
  return { field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** What a patch would make different, in the patch's order; values already there are left out. */
export function changesOf(answers: Answers, patch: Patch): readonly FieldChange[] {
  return Object.entries(patch)
    .map(([field, value]) => fieldChange(field, answers[field], value ?? undefined))
    .filter((change) => !sameAnswer(change.from, change.to))
}

/** Answers after the changes; a cleared field loses its key, so that absence keeps its one meaning. */
export function withChanges(answers: Answers, changes: readonly FieldChange[]): Answers {
  const after: Record<string, AnswerValue | undefined> = { ...answers }
  for (const { field, to } of changes) {
    if (to === undefined) delete after[field]
    else after[field] = to
  }
  return after
}

/** One difference after the other as one: the first `from`, the last `to`; what came back to where it was is gone. */
export function accumulate(earlier: readonly FieldChange[], later: readonly FieldChange[]): readonly FieldChange[] {
  const byField = new Map(earlier.map((change) => [change.field, change]))
  for (const change of later) {
    const first = byField.get(change.field) ?? change
    byField.set(change.field, fieldChange(change.field, first.from, change.to))
  }
  return [...byField.values()].filter((change) => !sameAnswer(change.from, change.to))
}
