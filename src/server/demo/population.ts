import { uuid7 } from '../../domain/identity/uuid7'
import { oldestAgeAt } from '../../domain/identity/ageAt'
import { addDays, type PartialDate, type PlainDate } from '../../domain/time'
import { birthDate } from './dates'
import { makeFamily, type FamilyMember } from './people/family'
import { hamletPlans, type HamletPlan } from './hamletPlan'
import { makeNumbers, type NumberMaker } from './people/identityNumbers'
import { makeName } from './people/makeName'
import type { People } from './people/nameLists'
import type { Random } from './random'


/** Hộ nghèo: B1 <= 140 and B2 >= 30; hộ cận nghèo: B2 < 30; recognised at the end of the year before. */
export type Poverty =
  | { readonly status: 'KN' }
  | { readonly status: 'HN' | 'CN'; readonly year: number; readonly b1: number; readonly b2: number; readonly decisionNo: string }

export interface DemoPerson {
  readonly id: string
  readonly household: DemoHousehold
  readonly name: string
  readonly people: People
  readonly sex: '1' | '2'
  readonly born: PartialDate
  readonly age: number
  readonly relation: FamilyMember['relation']
  /** 12 digits, or why there is none (codes of `idMissingReasons`). */
  readonly number: string | { readonly missing: '1' | '2' | '3' | '5' }
  readonly cardHeld: boolean
  readonly phone: string | null
  /** The nine-digit number of an earlier identity card (CMND), for some of those old enough to have had one. */
  readonly oldNumber: string | null
}

export interface DemoHousehold {
  readonly id: string
  readonly hamlet: DemoHamlet
  /** `NS-0412` */
  readonly code: string
  /** Place on the collector's walk through the hamlet, from 1. */
  readonly order: number
  readonly note: string
  readonly poverty: Poverty
  readonly members: readonly DemoPerson[]
}

export interface DemoHamlet {
  readonly id: string
  readonly plan: HamletPlan
  readonly households: readonly DemoHousehold[]
}

/** What the functions that make the commune share. */
interface Making {
  readonly random: Random
  readonly numbers: NumberMaker
  readonly asOf: PlainDate
  readonly newId: () => string
  /** The last number given to each sex. A few are given to a second person, as if by mistake. */
  readonly given: Record<'1' | '2', string>
}

export interface Population {
  readonly hamlets: readonly DemoHamlet[]
  /** Makes further numbers that nobody has. */
  readonly numbers: NumberMaker
}

/** Makes the people of the demo commune as of a day (ages are completed years on it): 14 hamlets, 3,000 households, about 11,500 people. */
export function makePopulation(random: Random, asOf: PlainDate): Population {
  let made = 0
  const since = Date.parse(addDays(asOf, -45))
  const making: Making = { random, numbers: makeNumbers(random), asOf, given: { 1: '', 2: '' }, newId: () => uuid7(since + made++, random.bytes(10)) }
  let code = 0
  const hamlets = hamletPlans.map((plan) => {
    const households: DemoHousehold[] = []
    const hamlet: DemoHamlet = { id: making.newId(), plan, households }
    for (let order = 1; order <= plan.households; order++) households.push(makeHousehold(making, hamlet, order, ++code))
    return hamlet
  })
  return { hamlets, numbers: making.numbers }
}

function makeHousehold(making: Making, hamlet: DemoHamlet, order: number, code: number): DemoHousehold {
  const { random } = making
  const members: DemoPerson[] = []
  const { plan } = hamlet
  const household: DemoHousehold = {
    id: making.newId(), hamlet, members, order,
    code: `NS-${String(code).padStart(4, '0')}`,
    note: `${random.weighted({ 'Cạnh': 4, 'Đối diện': 3, 'Sau': 2, 'Gần': 3, 'Qua': 1 })} ${random.pick(plan.landmarks)}`,
    poverty: makePoverty(making, plan.poor),
  }
  const people = random.weighted(plan.peoples as Record<People, number>)
  const families: string[] = []
  for (const member of makeFamily(random)) {
    const person = makePerson(making, household, member, { people, family: inherited(member, people, families) })
    families.push(person.family)
    members.push(person.person)
  }
  return household
}

function makePoverty({ random, asOf }: Making, share: number): Poverty {
  if (!random.chance(share)) return { status: 'KN' }
  const status = random.weighted({ HN: 5, CN: 6 })
  const b2 = 10 * (status === 'HN' ? random.int(3, 6) : random.int(0, 2))
  return { status, year: Number(asOf.slice(0, 4)), b1: 5 * random.int(14, 28), b2, decisionNo: `${random.int(40, 260)}/QĐ-UBND` }
}

/** Children have the mother's family name in Ra-glai and Cơ-ho families, the father's in others. A lone parent gives their own. */
function inherited(member: FamilyMember, people: People, families: readonly string[]): string | undefined {
  const [first, second] = people === '21' || people === '16' ? [member.mother, member.father] : [member.father, member.mother]
  const from = first ?? second
  return from === undefined ? undefined : families[from]
}

function makePerson(making: Making, household: DemoHousehold, member: FamilyMember, origin: { people: People; family: string | undefined }) {
  const { random, numbers, asOf } = making
  const people = member.relation === '2' && random.chance(0.06) ? '01' : origin.people
  const { full, family } = makeName(random, people, member.sex, origin.family)
  const born = birthDate(random, member.age, asOf)
  const number = giveNumber(making, member, Number(born.slice(0, 4)))
  const isAdult = member.age >= 16
  const person: DemoPerson = {
    id: making.newId(), household, people, name: full, sex: member.sex, born, relation: member.relation, number,
    age: oldestAgeAt(born, asOf),
    cardHeld: typeof number === 'string' && (member.age >= 14 ? random.chance(0.97) : random.chance(0.12)),
    phone: isAdult && random.chance(member.age > 72 ? 0.3 : 0.86) ? numbers.mobile() : null,
    oldNumber: member.age >= 32 && random.chance(0.45) ? `264${random.digits(6)}` : null,
  }
  return { person, family }
}

/** Nearly everybody has a number. A few have somebody else's, one that disagrees with sex or year, or one with an unknown place code. */
function giveNumber({ random, numbers, given }: Making, { age, sex }: FamilyMember, year: number): DemoPerson['number'] {
  if (age < 2 && random.chance(0.15)) return { missing: '1' }
  if (age < 14 && random.chance(0.04)) return { missing: '2' }
  if (random.chance(age > 80 ? 0.04 : 0.003)) return { missing: random.chance(0.7) ? '3' : '5' }
  if (given[sex] !== '' && random.chance(0.0006)) return given[sex]
  if (random.chance(0.004)) return numbers.personal(sex === '1' ? '2' : '1', year)
  if (random.chance(0.006)) return numbers.personal(sex, year === 2000 ? 2001 : year + (year % 10 === 9 ? -1 : 1))
  const number = numbers.personal(sex, year)
  given[sex] = number
  return random.chance(0.001) ? `2${random.int(31, 49)}${number.slice(3)}` : number
}
