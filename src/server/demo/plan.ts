import { namesHivGroup } from '../../domain/forms/subjects/hivGroups'
import { oldestAgeAt } from '../../domain/identity/ageAt'
import { addDays, type PlainDate } from '../../domain/time'
import { entitledFrom } from './people/asxhAnswers'
import type { CrewKey } from './history/crew'
import { isWorkingDay } from './dates'
import type { DemoHamlet, DemoPerson } from './population'
import type { Random } from './random'
import type { Beneficiaries } from './people/welfare'

export interface PlannedForm {
  readonly kind: 'labour' | 'asxh'
  readonly person: DemoPerson
}

/** One visit to a hamlet: who goes, when, and which forms are filled in. */
export interface PlannedVisit {
  readonly day: PlainDate
  readonly by: CrewKey
  readonly hamlet: DemoHamlet
  readonly forms: readonly PlannedForm[]
  /** The day on which the answers were given, if it is not the day of the visit. */
  readonly taken?: PlainDate
}

const WEEKS_BACK_DAYS = 26
/** Working days between two visits to each hamlet of the officer. */
const OFFICER_EVERY = 4

/** The working days of the survey so far. The last one is the latest working day before today. */
export function surveyDays(today: PlainDate): readonly PlainDate[] {
  return Array.from({ length: WEEKS_BACK_DAYS }, (_, index) => addDays(today, index - WEEKS_BACK_DAYS)).filter(isWorkingDay)
}

/**
 * Plans who visits which hamlet when. Households are taken in walking order until the hamlet's progress is reached. Now and then somebody is away,
 * and their form is not filled in.
 */
export function planVisits(random: Random, hamlets: readonly DemoHamlet[], beneficiaries: Beneficiaries, days: readonly PlainDate[]): readonly PlannedVisit[] {
  return hamlets.flatMap((hamlet, index) => {
    const forms = formsOf(random, hamlet, beneficiaries, days[0] ?? '')
    const own = days.filter((_, at) => (hamlet.plan.collector === 'officer' ? at % OFFICER_EVERY === index % OFFICER_EVERY : at % 2 === index % 2))
    return share(forms, own).map(({ day, part }) => ({ day, by: hamlet.plan.collector, hamlet, forms: part }))
  }).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function formsOf(random: Random, hamlet: DemoHamlet, beneficiaries: Beneficiaries, since: PlainDate): readonly PlannedForm[] {
  const adults = hamlet.households.flatMap((household) => household.members).filter((person) => isSurveyed(person, since)).length
  const wanted = Math.round(adults * hamlet.plan.progress)
  const forms: PlannedForm[] = []
  let labour = 0
  for (const household of hamlet.households) {
    for (const person of household.members) {
      if (labour >= wanted) return forms
      const isIn = isSurveyed(person, since) && !random.chance(0.05)
      if (isIn) forms.push({ kind: 'labour', person })
      if (isIn) labour += 1
      if (beneficiaries.has(person) && mayRecord(hamlet, person, beneficiaries)) forms.push({ kind: 'asxh', person })
    }
  }
  return forms
}

/** Whether the hamlet's collector may write the person's groups. Village teams write no HIV group: the officer does, from the paper list. */
function mayRecord({ plan }: DemoHamlet, person: DemoPerson, beneficiaries: Beneficiaries): boolean {
  return plan.collector === 'officer' || !beneficiaries.get(person)?.grants.some(({ code }) => namesHivGroup(code))
}

/** Whether somebody had completed 15 years when the survey began. */
function isSurveyed(person: DemoPerson, since: PlainDate): boolean {
  return oldestAgeAt(person.born, since) >= 15
}

function share(forms: readonly PlannedForm[], days: readonly PlainDate[]): readonly { day: PlainDate; part: readonly PlannedForm[] }[] {
  const size = Math.ceil(forms.length / Math.max(1, days.length))
  return days.map((day, at) => ({ day, part: forms.slice(at * size, (at + 1) * size) })).filter(({ part }) => part.length > 0)
}

/** Days from the paper list of spring to the survey. */
const LIST_AGE_DAYS = 180

/**
 * Beneficiaries whom no visit reaches come from the paper list of spring, which the officer enters on the first day. For those entitled only since
 * then, the answers are of the first day.
 */
export function listVisits(hamlets: readonly DemoHamlet[], beneficiaries: Beneficiaries, visits: readonly PlannedVisit[], day: PlainDate): readonly PlannedVisit[] {
  const reached = new Set(visits.flatMap(({ forms }) => forms.filter(({ kind }) => kind === 'asxh').map(({ person }) => person)))
  return hamlets.flatMap((hamlet) => {
    const people = [...beneficiaries.keys()].filter((person) => person.household.hamlet === hamlet && !reached.has(person))
    const taken = addDays(day, -LIST_AGE_DAYS)
    const isListed = (person: DemoPerson): boolean => beneficiaries.get(person)?.grants.every(({ code }) => entitledFrom(code, person.born) <= taken) ?? false
    const visit = { day, by: 'officer' as const, hamlet }
    const formsFor = (some: readonly DemoPerson[]) => some.map((person) => ({ kind: 'asxh' as const, person }))
    const listed = people.filter(isListed)
    const since = people.filter((person) => !isListed(person))
    return [
      ...(listed.length > 0 ? [{ ...visit, taken, forms: formsFor(listed) }] : []),
      ...(since.length > 0 ? [{ ...visit, forms: formsFor(since) }] : []),
    ]
  })
}
