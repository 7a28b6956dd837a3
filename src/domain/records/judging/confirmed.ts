import { sameAnswer, type AnswerValue } from '../../forms/answers'
import type { FormDefinition } from '../../forms/form'
import type { Patch } from '../changes'
import type { Confirmed, FieldChange, Submission } from '../record'

/*
 * What the book knows is offered to a form, last year's answers among it, and the person asked says that it is right. Which answers
 * stand so is part of what is submitted: a reviewer reads what was taken over and what was asked anew (decision 0033).
 */

/** A submission confirms only what it answers itself, to questions of its form: so a record holds no more of this than its form has fields. */
export function isConfirmable(form: FormDefinition, patch: Patch, confirmed: Confirmed): boolean {
  return Object.keys(confirmed).every((field) => Object.hasOwn(form.fields, field) && Object.hasOwn(patch, field) && patch[field] !== null)
}

/** After these changes: of the marks of before those of answers that did not change, and of the changes what is said of them. */
export function confirmedAfter(before: Confirmed, changes: readonly FieldChange[], said: Confirmed = {}): Confirmed {
  const changed = changes.map(({ field }) => field)
  return asConfirmed([...Object.keys(before).filter((field) => !changed.includes(field)), ...changed.filter((field) => Object.hasOwn(said, field))])
}

/** What a submission of this patch says: answers it gives as one of these had them confirmed. */
export function confirmedIn(patch: Patch, told: readonly { readonly answers: { readonly [field: string]: AnswerValue | null | undefined }; readonly confirmed?: Confirmed | undefined }[]): Confirmed {
  const isGiven = (field: string): boolean => told.some(({ answers, confirmed = {} }) => Object.hasOwn(confirmed, field) && sameAnswer(answers[field] ?? undefined, patch[field] ?? undefined))
  return asConfirmed(Object.keys(patch).filter((field) => patch[field] !== null && isGiven(field)))
}

export const asConfirmed = (fields: readonly string[]): Confirmed => Object.fromEntries(fields.map((field) => [field, true as const]))

/** A submission with these marks and no others; without any it says nothing of them, as one of an older app. */
export function withConfirmed(submission: Submission, confirmed: Confirmed): Submission {
  if (Object.keys(confirmed).length > 0) return { ...submission, confirmed }
  const { confirmed: before, ...others } = submission
  return before ? others : submission
}

/** The submission of a record whose answers somebody changed who submits nothing: a choice, a move. */
export function submissionAfter(submission: Submission | null, changes: readonly FieldChange[]): Submission | null {
  return submission?.confirmed ? withConfirmed(submission, confirmedAfter(submission.confirmed, changes)) : submission
}
