import type { DemoHamlet, DemoHousehold, DemoPerson } from '../population'
import type { Random } from '../random'

export interface Disability {
  /** 1 movement, 2 hearing and speech, 3 sight, 4 mental, 5 intellectual, 6 other */
  readonly types: readonly string[]
  readonly degree: '1' | '2' | '3'
}

export interface Grant {
  readonly code: string
  readonly subCode?: string
  /** In đồng a month, for groups whose amount is set by the decision. */
  readonly amount?: number
}

/** Why somebody has a beneficiary record. */
export interface Beneficiary {
  readonly person: DemoPerson
  readonly grants: readonly Grant[]
  readonly disability: Disability | null
  /** Children under 16 raised alone, for BT04. */
  readonly childrenRaised: number
}

const GROWN = 20

/** A beneficiary with their running number in the commune's list. */
export interface ListedBeneficiary extends Beneficiary {
  readonly serial: number
}

export type Beneficiaries = ReadonlyMap<DemoPerson, ListedBeneficiary>

type Finder = (random: Random, person: DemoPerson) => Omit<Beneficiary, 'person'> | null

const plainGrant = (code: string, subCode?: string): Omit<Beneficiary, 'person'> =>
  ({ grants: [{ code, ...(subCode !== undefined && { subCode }) }], disability: null, childrenRaised: 0 })

const isPoor = ({ household: { poverty } }: DemoPerson): boolean => poverty.status !== 'KN'
const isHillHamlet = ({ household: { hamlet } }: DemoPerson): boolean => (hamlet.plan.peoples['21'] ?? 0) >= 40

/** Monthly amounts in đồng, as decisions of autumn 2026 might name them. */
const meritAmounts = { NC07: [2_066_000, 2_789_000, 3_394_000, 4_027_000], NC08: [2_885_000, 3_596_000], NC09: [2_120_000, 3_543_000], NC10: [1_674_000], NC11: [1_674_000], TN01: [1_674_000, 2_789_000] } as const

/** Each finder tells whether a person is a beneficiary of its kind. The first that does decides. */
const finders: readonly Finder[] = [
  (random, { age }) => (random.chance(age >= 60 ? 0.022 : 0.011) ? disabled(random, '2') : null),
  (random) => (random.chance(0.003) ? disabled(random, '1') : null),
  (random, { age, people }) => (age >= 66 && people !== '16' && random.chance(0.085) ? merit(random) : null),
  (random, person) => (person.age >= 60 && person.household.poverty.status === 'HN' && person.household.members.length === 1 && random.chance(0.8) ? plainGrant('BT05', 'a') : null),
  (random, { age }) => (age >= 75 && random.chance(0.82) ? plainGrant('HT01') : null),
  (random, person) => (person.age >= 70 && person.age < 75 && isPoor(person) && random.chance(0.85) ? plainGrant('HT02') : null),
  (_random, person) => (isPoor(person) && person.relation === '1' && youngChildren(person.household) > 0 && !hasSpouse(person.household) ? { ...plainGrant('BT04'), childrenRaised: youngChildren(person.household) } : null),
  (random, { age, relation }) => (age < 16 && relation === '7' && random.chance(0.04) ? plainGrant('BT01', random.pick(['b', 'c', 'đ', 'e'])) : null),
  (random, { age, relation }) => (age >= 16 && age <= 21 && relation === '7' && random.chance(0.12) ? plainGrant('BT02') : null),
  (random, person) => (person.age < 3 && isPoor(person) && isHillHamlet(person) && random.chance(0.5) ? plainGrant('BT07') : null),
  (random, person) => (person.age >= 25 && person.age < 45 && person.household.poverty.status === 'HN' && random.chance(0.006) ? plainGrant('BT08') : null),
]

/** The beneficiaries of a hamlet, as many as its plan says, in the order of the collector's walk. */
export function makeBeneficiaries(random: Random, hamlet: DemoHamlet): readonly Beneficiary[] {
  const people = hamlet.households.flatMap((household) => household.members)
  const found = people.filter((person) => person.age >= GROWN || guardianOf(person)).flatMap((person) => {
    const welfare = firstOf(random, person)
    return welfare ? [{ person, ...welfare }] : []
  })
  const wanted = new Set(random.shuffled(found).slice(0, hamlet.plan.beneficiaries))
  for (const person of moreNeeded(random, people, found, hamlet.plan.beneficiaries - wanted.size)) wanted.add({ person, ...disabled(random, '2') })
  return [...wanted].sort((a, b) => a.person.household.order - b.person.household.order)
}

/** The guardian: the first other grown member of the household. */
export function guardianOf(person: DemoPerson): DemoPerson | undefined {
  return person.household.members.find((member) => member !== person && member.age >= GROWN)
}

/** In a small hamlet chance may find too few beneficiaries. The rest get a disability. */
function moreNeeded(random: Random, people: readonly DemoPerson[], found: readonly Beneficiary[], missing: number): readonly DemoPerson[] {
  if (missing <= 0) return []
  const taken = new Set(found.map(({ person }) => person))
  return random.shuffled(people.filter((person) => person.age >= 20 && !taken.has(person))).slice(0, missing)
}

function firstOf(random: Random, person: DemoPerson): Omit<Beneficiary, 'person'> | null {
  for (const find of finders) {
    const welfare = find(random, person)
    if (welfare) return welfare
  }
  return null
}

function disabled(random: Random, degree: '1' | '2'): Omit<Beneficiary, 'person'> {
  const type = random.weighted({ 1: 40, 2: 14, 3: 12, 4: 18, 5: 12, 6: 4 })
  const types = random.chance(0.15) && type !== '1' ? ['1', type] : [type]
  return { grants: [{ code: 'BT06' }], disability: { types, degree }, childrenRaised: 0 }
}

function merit(random: Random): Omit<Beneficiary, 'person'> {
  const code = random.weighted({ NC07: 30, NC08: 12, NC09: 10, NC10: 10, NC11: 18, TN01: 20 })
  return { grants: [{ code, amount: random.pick<number>(meritAmounts[code]) }], disability: null, childrenRaised: 0 }
}

function youngChildren(household: DemoHousehold): number {
  return household.members.filter((member) => member.relation === '3' && member.age < 16).length
}

function hasSpouse(household: DemoHousehold): boolean {
  return household.members.some((member) => member.relation === '2')
}
