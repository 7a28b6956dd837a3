import type { BeneficiaryCheckResult } from '../../forms/definitions/person/person3'
import type { Answers } from '../../forms/answers'
import { addMonths, type PlainDate } from '../../time'
import { displayState, type Card } from '../cards/card'

/*
 * The check of a beneficiary record that is already in the register: somebody asks again whether it still holds. It is
 * written on the person (decision 0025).
 */

/** Months after which a record is asked about again, where the server says nothing. */
export const DEFAULT_RECHECK_MONTHS = 6

/** The results after which the record is known to be right, or is being put right. */
const SEEN: readonly unknown[] = ['1', '2'] satisfies readonly BeneficiaryCheckResult[]

/** The day somebody last asked and was answered; `undefined` when nobody was met. */
export function seenOn({ beneficiaryCheck, beneficiaryCheckedOn }: Answers): PlainDate | undefined {
  return SEEN.includes(beneficiaryCheck) && typeof beneficiaryCheckedOn === 'string' ? beneficiaryCheckedOn : undefined
}

/** The later of the day the record was taken and the day it was last found right; `undefined` = neither is known. */
export function lastCheckedOn(person: Card, asxh: Card): PlainDate | undefined {
  const days = [person.checkedOn, asxh.checkedOn].filter((day) => day !== undefined)
  return days.length > 0 ? days.reduce((a, b) => (a > b ? a : b)) : undefined
}

/** Sent or accepted: there is something to ask about. What is begun or came back is asked about in its form. */
export function isCheckable(asxh: Card | undefined): asxh is Card {
  return asxh !== undefined && ['queued', 'sent', 'accepted'].includes(displayState(asxh))
}

/**
 * The record has not been asked about since `since`. Nobody asks after who is gone or whose whereabouts nobody knows, nor at a door behind which nobody lives.
 * @param isOver nobody is to be found at the person's door any more
 */
export function isCheckDue(person: Card, asxh: Card | undefined, { since, isOver }: { readonly since: PlainDate; readonly isOver: boolean }): boolean {
  return isCheckable(asxh) && !person.gone && !person.untraced && !isOver && (lastCheckedOn(person, asxh) ?? '') < since
}

/** First day on which a check counts as new enough, on a day. */
export function checkedSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months)
}

/** The payment people are asked about: of the month before, which is over, `YYYY-MM`. */
export function askedPeriod(today: PlainDate): string {
  return addMonths(today, -1).slice(0, 7)
}

/** What is written on the person. A payment nobody asked about is left as it was. */
export function checkAnswers(result: BeneficiaryCheckResult, by: { readonly on: PlainDate; readonly by: string; readonly paidInFull?: boolean }): Answers {
  return {
    beneficiaryCheck: result, beneficiaryCheckedOn: by.on, beneficiaryCheckedBy: by.by,
    ...(by.paidInFull !== undefined && { paidPeriod: askedPeriod(by.on), paidInFull: by.paidInFull }),
  }
}
