import { sameAnswer, type Answers, type AnswerValue } from '../answers'
import type { FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/** A value for a field from another source than the form. */
export type Offer<F extends string = string> = readonly [field: F, value: AnswerValue]

export interface Difference<F extends string = string> {
  readonly field: F
  /** The answer in the form. `undefined` = none. */
  readonly recorded: AnswerValue | undefined
  readonly offered: AnswerValue
}

export interface Comparison<F extends string = string> {
  /** Fields whose answer is the same already. */
  readonly same: readonly F[]
  readonly differing: readonly Difference<F>[]
}

/**
 * Compares offers with the answers of a form, so that a person can choose. It replaces nothing. Names that differ only in letter case
 * count as the same. Everything else must be equal as stored, including the precision of dates.
 */
export function compareOffered<F extends string>(form: FormDefinition, offers: readonly Offer<F>[], answers: Answers): Comparison<F> {
  const isSame = ([field, value]: Offer<F>): boolean => sameAnswer(kept(form, field, answers[field]), kept(form, field, value))
  return {
    same: offers.filter(isSame).map(([field]) => field),
    differing: offers.filter((each) => !isSame(each)).map(([field, offered]) => ({ field, recorded: answers[field], offered })),
  }
}

function kept(form: FormDefinition, id: string, value: AnswerValue | undefined): AnswerValue | undefined {
  const field = form.fields[id]
  const tidied = field && tidyAnswer(field, value)
  return id === 'fullName' && typeof tidied === 'string' ? tidied.toLowerCase() : tidied
}
