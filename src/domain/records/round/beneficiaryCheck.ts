import type { BeneficiaryCheckResult } from '../../forms/definitions/person/person3'
import type { Answers } from '../../forms/answers'
import { addMonths, type PlainDate } from '../../time'
import { displayState, type Card } from '../cards/card'

/*
 * The beneficiary check: somebody asks whether a beneficiary record that is already in the register still holds. The result is
 * written on the person (decision 0025).
 */

/** Months after which a record is checked again, if the server sets none. */
export const DEFAULT_RECHECK_MONTHS = 6

/** Results after which the record is known to be right, or is being corrected. */
const SEEN: readonly unknown[] = ['1', '2'] satisfies readonly BeneficiaryCheckResult[]

/** The day of the last check that got an answer. `undefined` = the last check met nobody, or there was none. */
export function seenOn({ beneficiaryCheck, beneficiaryCheckedOn }: Answers): PlainDate | undefined {
  return SEEN.includes(beneficiaryCheck) && typeof beneficiaryCheckedOn === 'string' ? beneficiaryCheckedOn : undefined
}

/** The later of the day the record was taken and the day it was last found right. `undefined` = neither is known. */
export function lastCheckedOn(person: Card, asxh: Card): PlainDate | undefined {
  const days = [person.checkedOn, asxh.checkedOn].filter((day) => day !== undefined)
  return days.length > 0 ? days.reduce((a, b) => (a > b ? a : b)) : undefined
}

/** A sent or accepted record can be checked. One that is a draft or was returned is dealt with in its form. */
export function isCheckable(asxh: Card | undefined): asxh is Card {
  return asxh !== undefined && ['queued', 'sent', 'accepted'].includes(displayState(asxh))
}

/**
 * Whether the record was not checked since `since`. Nothing is due for a person who is gone or whose whereabouts nobody knows, nor at
 * a closed door.
 * @param isOver the person's door is closed (`isDoorClosed`)
 */
export function isCheckDue(person: Card, asxh: Card | undefined, { since, isOver }: { readonly since: PlainDate; readonly isOver: boolean }): boolean {
  return isCheckable(asxh) && !person.gone && !person.untraced && !isOver && (lastCheckedOn(person, asxh) ?? '') < since
}

/** The first day on which a check counts as recent enough today. */
export function checkedSince(today: PlainDate, months: number): PlainDate {
  return addMonths(today, -months)
}

/** The payment month people are asked about: the last whole month, `YYYY-MM`. */
export function askedPeriod(today: PlainDate): string {
  return addMonths(today, -1).slice(0, 7)
}

/** The answers a check writes on the person. If nobody asked about the payment, its answers stay as they are. */
export function checkAnswers(result: BeneficiaryCheckResult, by: { readonly on: PlainDate; readonly by: string; readonly paidInFull?: boolean }): Answers {
  return {
    beneficiaryCheck: result, beneficiaryCheckedOn: by.on, beneficiaryCheckedBy: by.by,
    ...(by.paidInFull !== undefined && { paidPeriod: askedPeriod(by.on), paidInFull: by.paidInFull }),
  }
}
