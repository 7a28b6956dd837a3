import type { Answers } from '../forms/answers'
import type { asxh2Fields } from '../forms/definitions/asxh/asxh2'
import type { labour1Fields } from '../forms/definitions/labour/labour1'
import { addDays, vietnamDay, type PlainDate } from '../time'
import { recordCheck } from './digest'
import { isReviewed, type RegisterRecord } from './record'

/*
 * Nobody at the door needs the details of an accepted form, and a phone can be lost. So some days after a form was accepted, a device
 * keeps only what lists and the beneficiary check need. The server keeps the whole form (decision 0028).
 */

/** A record as a device holds it. */
export interface HeldRecord extends RegisterRecord {
  /** `recordCheck` of the whole record, of which this is a part. Absent = this is the whole record. */
  readonly shrunk?: string
}

/** Days until an accepted form shrinks, if the server's environment sets none. 0 = never. */
export const DEFAULT_SHRINK_DAYS = 30

/** Who the form is about and when it was taken: what its card needs. */
const ofLabour: readonly (keyof typeof labour1Fields)[] = ['fullName', 'born', 'sex', 'collectedOn']

/** The fields `carriedFields` offers at the next survey, without those that are sensitive or identify or locate a person. */
const forNextSurvey: readonly (keyof typeof labour1Fields)[] = [
  'sameAsPermanent', 'generalEducation', 'technicalLevel', 'major', 'trainingField', 'activityStatus', 'employmentPosition', 'hasContract', 'contractType',
  'contractStart', 'jobTitle', 'occupationCode', 'siParticipation', 'workplaceType', 'enterpriseType', 'workplaceName', 'industryCode', 'workAbroad', 'workCountry',
  'workplaceAddressCode', 'workplaceAddressDetail', 'everWorked', 'previousJob', 'inactiveReason', 'inactiveReasonOther', 'trainingNeed', 'trainingNeedDetail',
  'jobNeed', 'jobNeedDetail',
]

/** As `ofLabour`, and what is read out to ask whether the record still holds, and what the allowance is computed from. No personal or account numbers. */
const ofAsxh: readonly (keyof typeof asxh2Fields)[] = [
  'fullName', 'born', 'sex', 'collectedOn', 'provinceCode', 'groups', 'childrenRaised', 'hasDisability', 'disabilityDegree',
  'payMethod', 'accountStatus', 'wantsAccount', 'bankBin', 'authorisedFullName',
]

/** Whether a record may shrink: a whole form that was accepted before this day, with no holds to decide. */
export function mayShrink(record: HeldRecord, before: PlainDate): boolean {
  const { kind, status, reviewedAt, holds, shrunk } = record
  return shrunk === undefined && isReviewed(kind) && status === 'accepted' && reviewedAt !== null && reviewedAt < before && holds.length === 0
}

/**
 * The day before which a form must have been accepted to shrink.
 * @param now epoch ms. A wrong clock only shrinks forms too early or too late; nothing is lost by it.
 */
export function shrinkBefore(now: number, days: number): PlainDate {
  return addDays(vietnamDay(now), -days)
}

/**
 * The part of a reviewed form that stays on the device. Its card is the same as that of the whole, except for numbers and warnings.
 * @param isAskedAgain the labour form is offered at the next survey: its answers on work and schooling stay, too
 */
export function shrinkRecord(record: RegisterRecord, isAskedAgain: boolean): HeldRecord {
  const kept: ReadonlySet<string> = new Set(record.kind === 'labour' ? [...ofLabour, ...(isAskedAgain ? forNextSurvey : [])] : ofAsxh)
  const answers: Answers = Object.fromEntries(Object.entries(record.answers).filter(([field]) => kept.has(field)))
  return { ...record, answers, changes: [], warnings: [], reasons: {}, shrunk: recordCheck(record) }
}
