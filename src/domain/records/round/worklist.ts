import { isRefused, type LegalBasisOf } from '../../consent'
import { groupBy } from '../../groupBy'
import { oldestAgeAt } from '../../identity/ageAt'
import { foldName } from '../../identity/nameKey'
import { compareNames } from '../../identity/compareNames'
import type { VisitOutcome } from '../../forms/definitions/household/household2'
import { isCheckDue } from './beneficiaryCheck'
import { displayState, type Card, type DisplayState } from '../cards/card'
import { isOfSurvey, type SurveyStart } from '../survey'
import { PARTIAL_DATE } from '../../time'

/** What is left to do for one person. */
export interface MemberWork {
  readonly person: Card
  readonly labour: Card | undefined
  readonly asxh: Card | undefined
  readonly isLabourDue: boolean
  readonly isAsxhDue: boolean
  /** The form would be due, had the person not refused its purpose. */
  readonly isLabourRefused: boolean
  readonly isAsxhRefused: boolean
  /** The beneficiary record is in the register, and it is time to check it again. */
  readonly isCheckDue: boolean
}

/** What is left to do at one door. */
export interface HouseholdWork {
  readonly household: Card
  /** Head first, then by relation, birth and name. */
  readonly members: readonly MemberWork[]
  readonly labourDue: number
  /** Beneficiary records to finish. */
  readonly asxhDue: number
  /** Beneficiary records that are in the register and due for a check. */
  readonly checkDue: number
  /** People who refused a form that would be due. */
  readonly refused: number
  /** Faults of the household as a whole. */
  readonly faults: readonly HouseholdFault[]
  /** The household and its people, if they have warnings nobody has explained. */
  readonly doubtful: readonly Card[]
  /** Number of places to clean: the faults, and the unexplained warnings. */
  readonly toClean: number
  /** Number of records of this household in each state, including the household itself. */
  readonly states: Readonly<Partial<Record<DisplayState, number>>>
}

/**
 * Faults of a household as a whole: it has no head (R02), more than one head (R03), a head with another name than the household is written under, or
 * more than one spouse of the head (R07). Source: the cleaning lists of the communes.
 */
export type HouseholdFault = 'noHead' | 'manyHeads' | 'otherHead' | 'manySpouses'

export interface WorkRules {
  /** Today in Viet Nam, `YYYY-MM-DD`. */
  readonly today: string
  readonly minAge: number
  /** The first day on which a beneficiary check is recent enough. */
  readonly checkedSince: string
  /** The current labour survey. Forms of earlier surveys are not asked about. */
  readonly survey: SurveyStart
  /** The legal basis of each purpose: a form that rests on consent is not due from somebody who refused. */
  readonly basis: LegalBasisOf
}

const UNFINISHED: readonly DisplayState[] = ['none', 'draft', 'returned', 'action']

/**
 * The round of one hamlet: households in walking order, then by name, with what is due at each.
 *
 * - A labour form is due for every resident of the surveyed age (an unknown age counts, because somebody must ask) while it is missing, a
 *   draft, returned or in need of action, unless the person refused it.
 * - A beneficiary record is due while it is a draft, returned or in need of action. A check is due when it was not checked for some months.
 * - Nothing new is due at a closed door, or for a person whose whereabouts nobody knows.
 *   For one who is gone, only a beneficiary record that was begun or returned is due.
 */
export function worklistOf(cards: readonly Card[], hamlet: string, rules: WorkRules): readonly HouseholdWork[] {
  const here = cards.filter((card) => card.hamlet === hamlet && card.sameAs === undefined)
  const forms = new Map(here.filter((card) => card.person !== null && isOfSurvey(card, rules.survey)).map((card) => [`${card.kind}:${card.person}`, card]))
  const people = groupBy(here.filter((card) => card.kind === 'person'), ({ household }) => household ?? '')
  return here.filter((card) => card.kind === 'household').sort(byRound).map((household) => workAt(household, people.get(household.id) ?? [], forms, rules))
}

function workAt(household: Card, people: readonly Card[], forms: ReadonlyMap<string, Card>, rules: WorkRules): HouseholdWork {
  const isOver = isDoorClosed(household)
  const members = [...people].sort(byPlace).map((person) => memberWork(person, forms, rules, isOver))
  const records = [household, ...members.flatMap(({ person, labour, asxh }) => [person, labour, asxh])].filter((card) => card !== undefined)
  const states: Partial<Record<DisplayState, number>> = {}
  for (const card of records) states[displayState(card)] = (states[displayState(card)] ?? 0) + 1
  const faults = faultsOf(household, people)
  const doubtful = [household, ...members.flatMap(({ person }) => (person.gone ? [] : [person]))].filter(({ doubts }) => doubts)
  return {
    household, members, faults, doubtful,
    toClean: doubtful.reduce((sum, { doubts = 0 }) => sum + doubts, faults.length),
    labourDue: members.filter((each) => each.isLabourDue).length,
    asxhDue: members.filter((each) => each.isAsxhDue).length,
    checkDue: members.filter((each) => each.isCheckDue).length,
    refused: members.filter((each) => each.isLabourRefused || each.isAsxhRefused).length,
    states,
  }
}

/** A household of which nobody is recorded, or whose people are all gone, has no faults. */
function faultsOf({ name }: Card, people: readonly Card[]): readonly HouseholdFault[] {
  const here = people.filter(({ gone }) => !gone)
  const count = (relation: string): number => here.filter((person) => person.relation === relation).length
  const heads = count(HEAD)
  const isOther = (person: Card): boolean => person.relation === HEAD && name !== '' && person.name !== '' && foldName(person.name) !== foldName(name)
  return [
    ...(here.length > 0 && heads === 0 ? ['noHead' as const] : []),
    ...(heads > 1 ? ['manyHeads' as const] : []),
    ...(heads === 1 && here.some(isOther) ? ['otherHead' as const] : []),
    ...(count(SPOUSE) > 1 ? ['manySpouses' as const] : []),
  ]
}

const HEAD = '1'
const SPOUSE = '2'

function memberWork(person: Card, forms: ReadonlyMap<string, Card>, rules: WorkRules, isOver: boolean): MemberWork {
  const labour = forms.get(`labour:${person.id}`)
  const asxh = forms.get(`asxh:${person.id}`)
  const labourWork = labourWorkOf(person, labour, rules, isOver)
  const asxhWork = asxhWorkOf(person, asxh, rules)
  return {
    person,
    labour,
    asxh,
    isLabourDue: labourWork === 'due',
    isAsxhDue: asxhWork === 'due',
    isLabourRefused: labourWork === 'refused',
    isAsxhRefused: asxhWork === 'refused',
    isCheckDue: isCheckDue(person, asxh, { since: rules.checkedSince, isOver }),
  }
}

/** `refused`: the form would be due, had the person not refused. A form that was sent before and returned is due all the same. */
type FormWork = 'due' | 'refused' | 'none'

/**
 * Whether somebody must still ask this person for the labour form. A form that was begun or returned is due also at a closed door.
 * @param isOver the person's door is closed (`isDoorClosed`)
 */
export function labourWorkOf(person: Card, labour: Card | undefined, rules: WorkRules, isOver: boolean): FormWork {
  if ((!labour && (isOver || person.untraced)) || person.gone || !UNFINISHED.includes(displayState(labour)) || !isOfAge(person, rules)) return 'none'
  return isStopped('labour', person, labour, rules) ? 'refused' : 'due'
}

/** Whether the beneficiary record is a draft, was returned or needs action. */
export function asxhWorkOf(person: Card, asxh: Card | undefined, rules: WorkRules): FormWork {
  if (!asxh || !UNFINISHED.includes(displayState(asxh))) return 'none'
  return isStopped('asxh', person, asxh, rules) ? 'refused' : 'due'
}

/** The person refused the purpose of a form before any of it reached the server. */
export function isStopped(kind: 'labour' | 'asxh', person: Card, form: Card | undefined, { basis }: WorkRules): boolean {
  return (form?.version ?? 0) === 0 && isRefused(person.refused, kind, basis)
}

/** Outcomes of a visit that close a door: moved away, died, whereabouts unknown. */
const CLOSED: readonly (string | undefined)[] = ['4', '5', '6'] satisfies readonly VisitOutcome[]

/** A door is closed when the last visit found that nobody lives there any longer. */
export function isDoorClosed({ visit }: Pick<Card, 'visit'>): boolean {
  return CLOSED.includes(visit)
}

/** After these outcomes (absent, refused) somebody comes again, perhaps on an agreed day. */
export function isRepeated(outcome: VisitOutcome): boolean {
  return outcome === '2' || outcome === '3'
}

/** Whether the person may be old enough for the survey, as the labour form decides it. Unknown or unreadable birth dates count as old enough. */
export function isOfAge(person: Card, { today, minAge }: WorkRules): boolean {
  if (!person.born || !PARTIAL_DATE.test(person.born) || person.born > today) return true
  return oldestAgeAt(person.born, today) >= minAge
}

/** Nobody has begun anything at this door, and nobody there has refused. */
export function isNotVisited({ household, members, refused, states }: HouseholdWork): boolean {
  return household.visit === undefined && refused === 0 && members.every(({ labour, asxh }) => !labour && !asxh) && !states.draft && !states.queued
}

const last = Number.MAX_SAFE_INTEGER
const byRound = (a: Card, b: Card): number => (a.order ?? last) - (b.order ?? last) || compareNames(a.name, b.name) || compareCodes(a.code, b.code)
const byPlace = (a: Card, b: Card): number => relationRank(a) - relationRank(b) || compareCodes(a.born, b.born) || compareNames(a.name, b.name)
/** Codes and ISO dates are sorted by their characters: a locale's order would cost ten times as much. */
function compareCodes(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
const relationRank = (card: Card): number => Number(card.relation ?? 9)
