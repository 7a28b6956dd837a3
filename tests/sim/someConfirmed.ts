import { asConfirmed } from '../../src/domain/records/judging/confirmed'
import type { Confirmed } from '../../src/domain/records/record'

/** About every second answer of a form was offered and confirmed: told by the answer itself, so that the same week stays the same. */
export function someConfirmed(answers: { readonly [field: string]: unknown }): Confirmed {
  return asConfirmed(Object.keys(answers).filter((field) => typeof answers[field] === 'string' && answers[field].charCodeAt(answers[field].length - 1) % 2 === 0))
}
