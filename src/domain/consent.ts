import type { Answers } from './forms/answers'
import type { RecordKind } from './records/record'
import type { PlainDate } from './time'

/*
 * What a person is told before their data is taken, and what they answer. Source: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15;
 * Nghị định 356/2025/NĐ-CP. For its own duty by law an authority must inform, but need not ask. For everything else it asks, separately
 * for each purpose. A "no" stops only that purpose.
 */

export const purposes = ['labour', 'welfare', 'contact'] as const
export type Purpose = (typeof purposes)[number]

/** Why data may be taken for a purpose: the authority's duty by law, or the person's consent. */
export const legalBases = ['law', 'consent'] as const
export type LegalBasis = (typeof legalBases)[number]
export type LegalBasisOf = Readonly<Record<Purpose, LegalBasis>>

/** Used if the commune's server sets none: forms are a duty by law; to call and write to people needs consent. */
export const defaultLegalBasis: LegalBasisOf = { labour: 'law', welfare: 'law', contact: 'consent' }

/** Version of the notice (`ui/text/consent.ts`): its date. A new text needs a new version, and people must be told again. */
export const NOTICE_VERSION = '2026-11-29'

/** Fields of person@2 that hold the answer for each purpose. */
export const consentFields = { labour: 'consentLabour', welfare: 'consentWelfare', contact: 'consentContact' } as const satisfies Readonly<Record<Purpose, string>>

const purposeOfForm: Partial<Readonly<Record<RecordKind, Purpose>>> = { labour: 'labour', asxh: 'welfare' }

export type Consents = Partial<Readonly<Record<Purpose, boolean>>>

/** The purposes for which the person must be asked. */
export function askedPurposes(basis: LegalBasisOf): readonly Purpose[] {
  return purposes.filter((purpose) => basis[purpose] === 'consent')
}

/** The person's answer on each purpose, for the current notice. Answers to another version of the notice do not count. */
export function saidToNotice(person: Answers): Consents {
  if (person.noticeVersion !== NOTICE_VERSION) return {}
  return Object.fromEntries(purposes.flatMap((purpose) => {
    const word = person[consentFields[purpose]]
    return typeof word === 'boolean' ? [[purpose, word]] : []
  }))
}

/** Whether the person has not got the current notice, or was not asked about a purpose that needs consent. */
export function isNoticeDue(person: Answers, basis: LegalBasisOf): boolean {
  return person.noticeVersion !== NOTICE_VERSION || askedPurposes(basis).some((purpose) => person[consentFields[purpose]] === undefined)
}

/** The purposes the person refused. */
export function refusedPurposes(person: Answers): readonly Purpose[] {
  return purposes.filter((purpose) => person[consentFields[purpose]] === false)
}

/** Whether refusing these purposes stops this purpose. It does not if the purpose is a duty by law. */
export function refuses(refused: readonly Purpose[] | undefined, purpose: Purpose, basis: LegalBasisOf): boolean {
  return basis[purpose] === 'consent' && refused !== undefined && refused.includes(purpose)
}

/** Whether refusing these purposes stops a form of this kind. */
export function isRefused(refused: readonly Purpose[] | undefined, kind: RecordKind, basis: LegalBasisOf): boolean {
  const purpose = purposeOfForm[kind]
  return purpose !== undefined && refuses(refused, purpose, basis)
}

/**
 * The answers written on the person: which notice, when, by whom, and the answer on each purpose that was asked. A consent to another
 * version of the notice is cleared (`undefined`). A "no" stays until the person changes it.
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
