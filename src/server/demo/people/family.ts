import type { Random } from '../random'

/** A place in a family, before it has a name. Ages in completed years. */
export interface FamilyMember {
  readonly relation: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '9'
  readonly sex: '1' | '2'
  readonly age: number
  /** The parents, as places in the family's list. A child has a parent's family name. */
  readonly father?: number
  readonly mother?: number
}

const sizes = { 1: 6, 2: 14, 3: 20, 4: 30, 5: 17, 6: 8, 7: 4, 8: 1 } as const

/** Makes a household: 3.83 people on average, the head first, at most one spouse. */
export function makeFamily(random: Random): readonly FamilyMember[] {
  const size = Number(random.weighted(sizes))
  if (size === 1) return [{ relation: '1', sex: sexOf(random, 0.4), age: random.chance(0.6) ? random.int(62, 92) : random.int(24, 61) }]
  if (size === 2 && random.chance(0.35)) return singleParent(random)
  return couple(random, size)
}

function singleParent(random: Random): readonly FamilyMember[] {
  const age = random.int(24, 70)
  const sex = sexOf(random, 0.2)
  const parent = sex === '1' ? { father: 0 } : { mother: 0 }
  return [{ relation: '1', sex, age }, { relation: '3', sex: sexOf(random), age: childAge(random, age), ...parent }]
}

/** Head, spouse, then children. If there is room, also an old parent, a brother or sister, or grandchildren. */
function couple(random: Random, size: number): readonly FamilyMember[] {
  const age = size > 5 ? random.int(42, 74) : random.int(25, 74)
  const sex = sexOf(random, 0.66)
  const spouseAge = Math.max(19, age + (sex === '1' ? random.int(-7, 2) : random.int(-2, 7)))
  const members: FamilyMember[] = [{ relation: '1', sex, age }]
  const isWidowed = size > 2 && random.chance(age > 60 ? 0.28 : 0.06)
  if (!isWidowed) members.push({ relation: '2', sex: sex === '1' ? '2' : '1', age: spouseAge })
  while (members.length < size) members.push(nextMember(random, members, isWidowed))
  return members
}

function nextMember(random: Random, members: readonly FamilyMember[], isWidowed: boolean): FamilyMember {
  const head = members[0] as FamilyMember
  const parents = parentsOf(head, isWidowed)
  const hasParent = members.some((member) => member.relation === '4')
  const grown = members.filter((member) => member.relation === '3' && member.age >= 22).length
  if (!hasParent && head.age < 56 && random.chance(0.1)) return { relation: '4', sex: sexOf(random, 0.25), age: head.age + random.int(20, 34) }
  if (head.age < 45 && random.chance(0.04)) return { relation: '6', sex: sexOf(random), age: Math.max(16, head.age + random.int(-8, 6)) }
  if (grown > 0 && random.chance(0.5)) return { relation: '7', sex: sexOf(random), age: random.int(0, Math.max(0, head.age - 44)) % 19 }
  const youngest = members[1] && members[1].relation === '2' ? Math.min(head.age, members[1].age) : head.age
  return { relation: '3', sex: sexOf(random), age: childAge(random, youngest), ...parents }
}

function parentsOf(head: FamilyMember, isWidowed: boolean): { father?: number; mother?: number } {
  if (isWidowed) return head.sex === '1' ? { father: 0 } : { mother: 0 }
  return head.sex === '1' ? { father: 0, mother: 1 } : { father: 1, mother: 0 }
}

/** The age of a child whose parent was between 19 and 38 at the birth. Most grown children live elsewhere. */
function childAge(random: Random, parentAge: number): number {
  const age = parentAge - random.int(19, 38)
  return age < 0 ? random.int(0, Math.max(0, parentAge - 19)) : age > 34 && random.chance(0.5) ? random.int(14, 34) : age
}

function sexOf(random: Random, male = 0.5): '1' | '2' {
  return random.chance(male) ? '1' : '2'
}
