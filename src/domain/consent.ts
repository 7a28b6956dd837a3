import type { Answers } from './forms/answers'
import type { RecordKind } from './records/record'
import type { PlainDate } from './time'

/*
 * What a person is told before their data is taken, and what they say to it. Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15;
 * Nghị định 356/2025/NĐ-CP. An authority that does a duty of its own by law tells and need not ask; for the rest it asks, each purpose
 * by itself, and a "no" stops that purpose only.
 */

export const purposes = ['labour', 'welfare', 'contact'] as const
export type Purpose = (typeof purposes)[number]

/** Why data may be taken for a purpose: a duty by law, or the person's consent. */
export const legalBases = ['law', 'consent'] as const
export type LegalBasis = (typeof legalBases)[number]
export type LegalBasisOf = Readonly<Record<Purpose, LegalBasis>>

/** Of a commune whose server says nothing: forms are a duty by law, being called and written to is not. */
export const defaultLegalBasis: LegalBasisOf = { labour: 'law', welfare: 'law', contact: 'consent' }

/** The text of the notice (`ui/text/consent.ts`) by its date. Another text has another version, and is told anew. */
export const NOTICE_VERSION = '2026-11-29'

/** Answers of person@2 in which the purposes are kept. */
export const consentFields = { labour: 'consentLabour', welfare: 'consentWelfare', contact: 'consentContact' } as const satisfies Readonly<Record<Purpose, string>>

const purposeOfForm: Partial<Readonly<Record<RecordKind, Purpose>>> = { labour: 'labour', asxh: 'welfare' }

export type Consents = Partial<Readonly<Record<Purpose, boolean>>>

/** Purposes the person has to be asked about. */
export function askedPurposes(basis: LegalBasisOf): readonly Purpose[] {
  return purposes.filter((purpose) => basis[purpose] === 'consent')
}

/** The person's word on each purpose, of the notice of today: what they said to another text they did not say to this one. */
export function saidToNotice(person: Answers): Consents {
  if (person.noticeVersion !== NOTICE_VERSION) return {}
  return Object.fromEntries(purposes.flatMap((purpose) => {
    const word = person[consentFields[purpose]]
    return typeof word === 'boolean' ? [[purpose, word]] : []
  }))
}

/** The notice of today has not been given to this person, or a purpose they must be asked about was not asked. */
export function isNoticeDue(person: Answers, basis: LegalBasisOf): boolean {
  return person.noticeVersion !== NOTICE_VERSION || askedPurposes(basis).some((purpose) => person[consentFields[purpose]] === undefined)
}

/** The purposes the person has said no to. */
export function refusedPurposes(person: Answers): readonly Purpose[] {
  return purposes.filter((purpose) => person[consentFields[purpose]] === false)
}

/** Somebody who said no to these stops this purpose. A duty by law is not theirs to refuse here. */
export function refuses(refused: readonly Purpose[] | undefined, purpose: Purpose, basis: LegalBasisOf): boolean {
  return basis[purpose] === 'consent' && refused !== undefined && refused.includes(purpose)
}

/** ... stops what this form is for. */
export function isRefused(refused: readonly Purpose[] | undefined, kind: RecordKind, basis: LegalBasisOf): boolean {
  const purpose = purposeOfForm[kind]
  return purpose !== undefined && refuses(refused, purpose, basis)
}

/**
 * What is written on the person: which text, when, by whom, and the word on each purpose asked about. A consent to another text goes
 * (`undefined`); a "no" stands until the person says otherwise.
 * @param before the person's answers until now
 */
export function noticeAnswers(consents: Consents, given: { readonly on: PlainDate; readonly by: string }, before: Answers = {}): Answers {
  const isOther = before.noticeVersion !== NOTICE_VERSION
  const outlived = purposes.filter((purpose) => isOther && before[consentFields[purpose]] === true)
  return {
    noticeVersion: NOTICE_VERSION,
    noticeOn: given.on,
    noticeBy: given.by,
    ...Object.fromEntries(outlived.map((purpose) => [consentFields[purpose], undefined])),
    ...Object.fromEntries(purposes.flatMap((purpose) => (consents[purpose] === undefined ? [] : [[consentFields[purpose], consents[purpose]] as const]))),
  }
}
