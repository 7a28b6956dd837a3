import type { Answers } from '../forms/answers'
import type { asxh2Fields } from '../forms/definitions/asxh/asxh2'
import type { labour1Fields } from '../forms/definitions/labour/labour1'
import { addDays, vietnamDay, type PlainDate } from '../time'
import { recordCheck } from './digest'
import { isReviewed, type RegisterRecord } from './record'

/*
 * An accepted form is done with at the door; what it says in detail need not lie on a phone that can be lost. After some
 * days a device keeps of it what lists and the check of a beneficiary need; the whole stays at the server (decision 0028).
 */

/** A record as a device holds it. */
export interface HeldRecord extends RegisterRecord {
  /** `recordCheck` of the whole record, of which this is a part; absent = it is whole. */
  readonly shrunk?: string
}

/** Days after which an accepted form shrinks, where the server's environment says nothing; 0 = never. */
export const DEFAULT_SHRINK_DAYS = 30

/** Who it is about, when it was taken: what its card is made of. */
const ofLabour: readonly (keyof typeof labour1Fields)[] = ['fullName', 'born', 'sex', 'collectedOn']

/** What `carriedFields` offers at the next survey, but for what is sensitive or tells who and where somebody is. */
const forNextSurvey: readonly (keyof typeof labour1Fields)[] = [
  'sameAsPermanent', 'generalEducation', 'technicalLevel', 'major', 'trainingField', 'activityStatus', 'employmentPosition', 'hasContract', 'contractType',
  'contractStart', 'jobTitle', 'occupationCode', 'siParticipation', 'workplaceType', 'enterpriseType', 'workplaceName', 'industryCode', 'workAbroad', 'workCountry',
  'workplaceAddressCode', 'workplaceAddressDetail', 'everWorked', 'previousJob', 'inactiveReason', 'inactiveReasonOther', 'trainingNeed', 'trainingNeedDetail',
  'jobNeed', 'jobNeedDetail',
]

/** Also what is read out to ask whether the record still holds, and what the allowance is worked out from. No numbers. */
const ofAsxh: readonly (keyof typeof asxh2Fields)[] = [
  'fullName', 'born', 'sex', 'collectedOn', 'provinceCode', 'groups', 'childrenRaised', 'hasDisability', 'disabilityDegree',
  'payMethod', 'accountStatus', 'wantsAccount', 'bankBin', 'authorisedFullName',
]

/** Accepted before this day, and nobody has anything to decide about it. */
export function mayShrink(record: HeldRecord, before: PlainDate): boolean {
  const { kind, status, reviewedAt, holds, shrunk } = record
  return shrunk === undefined && isReviewed(kind) && status === 'accepted' && reviewedAt !== null && reviewedAt < before && holds.length === 0
}

/**
 * The first day whose accepted forms stay whole yet.
 * @param now epoch ms; a wrong clock only shrinks early or late, and nothing is lost by it
 */
export function shrinkBefore(now: number, days: number): PlainDate {
  return addDays(vietnamDay(now), -days)
}

/**
 * What stays of a reviewed form. Its card is that of the whole but for numbers and warnings.
 * @param isAskedAgain a labour form is offered at the next survey: what was said of work and schooling stays for it
 */
export function shrinkRecord(record: RegisterRecord, isAskedAgain: boolean): HeldRecord {
  const kept: ReadonlySet<string> = new Set(record.kind === 'labour' ? [...ofLabour, ...(isAskedAgain ? forNextSurvey : [])] : ofAsxh)
  const answers: Answers = Object.fromEntries(Object.entries(record.answers).filter(([field]) => kept.has(field)))
  return { ...record, answers, changes: [], warnings: [], reasons: {}, shrunk: recordCheck(record) }
}
