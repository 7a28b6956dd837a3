import { sameAnswer, type Answers, type AnswerValue } from '../answers'
import type { FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/** What somebody or something else says of a field. */
export type Offer<F extends string = string> = readonly [field: F, value: AnswerValue]

export interface Difference<F extends string = string> {
  readonly field: F
  /** As it stands in the form; `undefined` = nothing. */
  readonly recorded: AnswerValue | undefined
  readonly offered: AnswerValue
}

export interface Comparison<F extends string = string> {
  /** Fields that say the same already. */
  readonly same: readonly F[]
  readonly differing: readonly Difference<F>[]
}

/**
 * Offers beside the answers of a form, for a person to choose; nothing is replaced here. Names that differ in letter case alone
 * are the same; all else must be equal as it is kept, how precisely a date is known included.
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
