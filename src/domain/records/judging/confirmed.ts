import { sameAnswer, type AnswerValue } from '../../forms/answers'
import type { FormDefinition } from '../../forms/form'
import type { Patch } from '../changes'
import type { Confirmed, FieldChange, Submission } from '../record'

/*
 * A form is offered what the book already knows, including last year's answers, and the person asked confirms what is right. The
 * submission says which answers were confirmed, so a reviewer can see what was taken over and what was asked again (decision 0033).
 */

/** Whether a submission confirms only answers of its own patch to questions of its form. So a record never has more marks than its form has fields. */
export function isConfirmable(form: FormDefinition, patch: Patch, confirmed: Confirmed): boolean {
  return Object.keys(confirmed).every((field) => Object.hasOwn(form.fields, field) && Object.hasOwn(patch, field) && patch[field] !== null)
}

/** The marks after these changes: an unchanged answer keeps its mark, a changed one is marked only if `said` names it. */
export function confirmedAfter(before: Confirmed, changes: readonly FieldChange[], said: Confirmed = {}): Confirmed {
  const changed = changes.map(({ field }) => field)
  return asConfirmed([...Object.keys(before).filter((field) => !changed.includes(field)), ...changed.filter((field) => Object.hasOwn(said, field))])
}

/** The marks of a submission of this patch: its answers that are equal to a confirmed answer in one of these sources. */
export function confirmedIn(patch: Patch, told: readonly { readonly answers: { readonly [field: string]: AnswerValue | null | undefined }; readonly confirmed?: Confirmed | undefined }[]): Confirmed {
  const isGiven = (field: string): boolean => told.some(({ answers, confirmed = {} }) => Object.hasOwn(confirmed, field) && sameAnswer(answers[field] ?? undefined, patch[field] ?? undefined))
  return asConfirmed(Object.keys(patch).filter((field) => patch[field] !== null && isGiven(field)))
}

/** The marks as an object, from a list of fields. */
export const asConfirmed = (fields: readonly string[]): Confirmed => Object.fromEntries(fields.map((field) => [field, true as const]))

/** A submission with exactly these marks. If there are none, it has no `confirmed` member, like a submission of an older app. */
export function withConfirmed(submission: Submission, confirmed: Confirmed): Submission {
  if (Object.keys(confirmed).length > 0) return { ...submission, confirmed }
  const { confirmed: before, ...others } = submission
  return before ? others : submission
}

/** A record's submission after its answers were changed without a new submission: by a choice or a move. */
export function submissionAfter(submission: Submission | null, changes: readonly FieldChange[]): Submission | null {
  return submission?.confirmed ? withConfirmed(submission, confirmedAfter(submission.confirmed, changes)) : submission
}
