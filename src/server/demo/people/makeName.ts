import { nameParts, type People } from './nameLists'
import type { Random } from '../random'

export interface FullName {
  readonly family: string
  readonly full: string
}

/** Makes a name for a sex and an ethnic group. `inherited` = the family name, if it comes from a parent. */
export function makeName(random: Random, people: People, sex: '1' | '2', inherited?: string): FullName {
  const parts = nameParts[people]
  const family = inherited ?? random.pick(parts.family)
  const middle = random.pick(sex === '1' ? parts.middleMale : parts.middleFemale)
  const given = random.pick(sex === '1' ? parts.male : parts.female)
  const full = [family, middle, given].filter((part) => part !== '').join(' ').normalize('NFC')
  return { family, full }
}
