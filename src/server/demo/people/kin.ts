import type { DemoPerson } from '../population'

/** The relation of `kin` to a person of the same household, from the relations of both to the head. */
export function kinOf(kin: DemoPerson, person: DemoPerson): '1' | '2' | '3' | '4' | '5' | '6' | '7' {
  if (person.relation === '1') return ({ '2': '2', '3': '3', '4': '1', '6': '5', '7': '6' } as const)[kin.relation as '2'] ?? '7'
  if (person.relation === '2') return ({ '1': '2', '3': '3', '7': '6' } as const)[kin.relation as '1'] ?? '7'
  if (person.relation === '3') return ({ '1': '1', '2': '1', '3': '5' } as const)[kin.relation as '1'] ?? '7'
  if (person.relation === '4') return ({ '1': '3', '3': '6', '7': '6' } as const)[kin.relation as '1'] ?? '7'
  if (person.relation === '7') return kin.relation === '1' || kin.relation === '2' ? '4' : '7'
  return '7'
}
