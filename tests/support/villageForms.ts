import type { Answers } from '../../src/domain/forms/answers'
import type { SubmitOperation } from '../../src/domain/records/operation'
import { isReviewed, type FormKey, type RecordHead, type RecordKind } from '../../src/domain/records/record'

/** Complete, correct answers for each kind of record. A test passes only the answers that matter to it. */
export const householdAnswers = (more: Answers = {}): Answers => ({ householdCode: 'H-001', headName: 'Lò Thị Ban', ...more })

export const personAnswers = (more: Answers = {}): Answers => ({ fullName: 'Lò Văn Sơn', born: '1990-05-02', sex: '1', ...more })

export const labourAnswers = (more: Answers = {}): Answers => ({
  provinceCode: '56', communeCode: '22810', hamletCode: 'T1', hamletName: 'Thôn 1', householdCode: 'H-001',
  collectedOn: '2026-11-20', collectorId: 'tv01', fullName: 'Lò Văn Sơn', born: '1990-05-02', sex: '1', relationToHead: '1',
  personalId: { missing: 'dontKnow' }, idMissingReason: '3', permanentAddressCode: '22810', permanentAddressDetail: 'Thôn 1',
  sameAsPermanent: true, ethnicityCode: '01', generalEducation: '3', technicalLevel: '1', activityStatus: '3',
  inactiveReason: '3', informantIsSelf: true, ...more,
})

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
/** Ids for tests that need no database. */
export const ids = { hamlet: id(1), otherHamlet: id(2), household: id(10), person: id(20), labour: id(30), phoneA: id(101), phoneB: id(102), desk: id(103), run: id(200), officer: id(301), colleague: id(302), supervisor: id(303) }

export const householdHead = (hamlet = ids.hamlet): RecordHead => ({ kind: 'household', hamlet, household: null, person: null })
export const personHead = (hamlet = ids.hamlet, household = ids.household): RecordHead => ({ kind: 'person', hamlet, household, person: null })
export const labourHead = (hamlet = ids.hamlet, household = ids.household, person = ids.person): RecordHead => ({ kind: 'labour', hamlet, household, person })

/** A form version these answers are correct for. Those of households and people can carry requests. */
export const formKeyOf = (kind: RecordKind): FormKey => `${kind}@${isReviewed(kind) ? 1 : 3}`

export const DEVICE_TIME = '2026-11-25T01:00:00.000Z'

/** A submit operation as a phone queues it. */
export function submit(counter: number, record: string, head: RecordHead, patch: SubmitOperation['patch'], base = 0): SubmitOperation {
  return { type: 'submit', counter, record, base, at: DEVICE_TIME, head, form: `${head.kind}@1`, patch }
}
