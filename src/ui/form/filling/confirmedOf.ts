import { sameAnswer, type Answers } from '../../../domain/forms/answers'
import { asConfirmed } from '../../../domain/records/judging/confirmed'
import type { Confirmed } from '../../../domain/records/record'
import type { Draft } from '../../../storage/ledger'

/** Which of the answers to send were offered and then confirmed. */
export function confirmedOf({ told = {}, answers }: Draft, sent: Answers): Confirmed {
  return asConfirmed(Object.keys(told).filter((field) => told[field] === 'confirmed' && sent[field] !== undefined && sameAnswer(answers[field], sent[field])))
}

/** The same marks for a draft that corrects the record. */
export function toldOf(confirmed: Confirmed): NonNullable<Draft['told']> {
  return Object.fromEntries(Object.keys(confirmed).map((field) => [field, 'confirmed' as const]))
}
