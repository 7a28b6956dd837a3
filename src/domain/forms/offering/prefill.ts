import { isMissing, type Answers, type AnswerValue } from '../answers'
import { isQuestion } from '../asking/ask'
import type { FormDefinition } from '../form'
import { prune } from '../asking/prune'
import { currentForm } from '../registry'

/** What the app knows when somebody opens an empty form about a person. */
export interface PrefillSource {
  readonly person: Answers
  readonly household: Answers
  readonly provinceCode: string
  readonly communeCode: string
  readonly hamletCode: string
  readonly hamletName: string
  /** `YYYY-MM-DD`, today in Viet Nam. */
  readonly collectedOn: string
  /** User id of the collector. */
  readonly collectorId: string
  readonly collectorName?: string
  /** The person's answers in the survey before, upgraded to the form's newest version. */
  readonly earlier?: Answers
}

/** Facts about a person that forms repeat under the same id. */
const personFacts = [
  'fullName', 'born', 'sex', 'relationToHead', 'personalId', 'idMissingReason', 'oldId9', 'socialInsuranceNo', 'ethnicityCode', 'phone',
  'permanentAddressCode', 'permanentAddressDetail', 'permanentAddressRaw',
] as const
const householdFacts = ['householdCode', 'povertyStatus', 'povertyYear', 'povertyB1', 'povertyB2', 'povertyDecisionNo'] as const

/** Questions that are asked again in each survey: who answers this time, and how long something has lasted by now. */
const askedAnew = ['informantIsSelf', 'informantName', 'changeType', 'unemploymentDuration']

/** Answers of a labour form that the next survey offers to be confirmed, apart from what the register itself knows of the person. */
export function carriedFields(): readonly string[] {
  const known: ReadonlySet<string> = new Set([...personFacts, ...householdFacts, ...askedAnew])
  return questionsOf(currentForm('labour')).filter((id) => !known.has(id))
}

/**
 * The first answers of a form about a person: what the register already knows, and what the app fills in by itself. Only answers to
 * questions the form asks. A missing reason is copied only if the form allows it.
 */
export function prefillFrom(kind: 'labour' | 'asxh', source: PrefillSource): Answers {
  const form = currentForm(kind)
  const known: Record<string, AnswerValue | undefined> = {
    ...(kind === 'labour' && pick(source.earlier ?? {}, carriedFields())),
    ...pick(source.household, householdFacts),
    ...pick(source.person, personFacts),
    provinceCode: source.provinceCode,
    communeCode: source.communeCode,
    hamletCode: source.hamletCode,
    hamletName: source.hamletName,
    collectedOn: source.collectedOn,
    collectorId: source.collectorId,
    collectorSignature: source.collectorName,
    ...permanentAddress(source),
    priorityGroups: priorityGroups(source),
  }
  return prune(form, Object.fromEntries(Object.entries(known).filter(([id, value]) => fits(form, id, value))))
}

/** Code and details must be of one place: the address of the house says nothing about an address in another commune. */
function permanentAddress({ person, household, communeCode, hamletName }: PrefillSource): Record<string, AnswerValue | undefined> {
  const code = person.permanentAddressCode ?? communeCode
  const house = code === communeCode ? (household.address ?? hamletName) : undefined
  return { permanentAddressCode: code, permanentAddressDetail: person.permanentAddressDetail ?? house }
}

/** Answers of a new form that the register or a card gave and the person has not confirmed yet: question ids, in form order. */
export function offeredOf(kind: FormDefinition['kind'], prefilled: Answers): readonly string[] {
  return questionsOf(currentForm(kind)).filter((id) => prefilled[id] !== undefined)
}

/** The questions of a form, in form order. */
function questionsOf({ groups, fields }: FormDefinition): readonly string[] {
  return groups.flatMap((group) => group.fields).filter((id) => isQuestion(fields[id]))
}

function pick(answers: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(ids.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]] as const])))
}

function fits(form: FormDefinition, id: string, value: AnswerValue | undefined): boolean {
  const field = form.fields[id]
  if (!field || value === undefined) return false
  return !isMissing(value) || (field.mayMiss?.includes(value.missing) ?? false)
}

/** Priority groups that follow from the household and the person: poor, near-poor, ethnic minority. */
const DERIVED: readonly unknown[] = ['2', '3', '6']

/** The priority groups the register already knows; the other groups as in the survey before. */
function priorityGroups({ person, household, earlier }: PrefillSource): readonly string[] | undefined {
  const known = [
    household.povertyStatus === 'HN' ? '2' : household.povertyStatus === 'CN' ? '3' : undefined,
    isMinority(person.ethnicityCode) ? '6' : undefined,
    ...(Array.isArray(earlier?.priorityGroups) ? earlier.priorityGroups.filter((code) => !DERIVED.includes(code)) : []),
  ].filter((code) => typeof code === 'string').sort()
  return known.length > 0 ? known : undefined
}

/** 01 Kinh, 55 foreigner and 56 unknown are not ethnic minorities. */
function isMinority(ethnicity: AnswerValue | undefined): boolean {
  return typeof ethnicity === 'string' && !['01', '55', '56'].includes(ethnicity)
}
