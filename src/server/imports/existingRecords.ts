import { foldName } from '../../domain/identity/nameKey'
import type { RecordState } from '../../domain/records/recordState'
import type { Db } from '../database/connect'
import { stateOf } from '../store/recordRow'

/** What the register of a commune already holds, as an import looks for it. */
export interface ExistingRecords {
  household(code: string): RecordState | undefined
  /** In this household: by personal number, else by name and birth date. */
  person(household: string, person: PersonKey): RecordState | undefined
}

export interface PersonKey {
  /** Folded: it is compared with many. */
  readonly name: string
  readonly born: string | undefined
  readonly personalId: string | undefined
}

export async function loadExisting(db: Db, commune: string): Promise<ExistingRecords> {
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).where('kind', 'in', ['household', 'person']).orderBy('id').execute()
  const states = rows.map(stateOf)
  const households = new Map(states.filter(({ record }) => record.kind === 'household').map((state) => [String(state.record.answers.householdCode), state]))
  const people = new Map<string | null, RecordState[]>()
  for (const state of states.filter(({ record }) => record.kind === 'person')) {
    const others = people.get(state.record.household)
    if (others) others.push(state)
    else people.set(state.record.household, [state])
  }
  return {
    household: (code) => households.get(code),
    person: (household, key) => (people.get(household) ?? []).find((state) => isSamePerson(keyOf(state), key)),
  }
}

/** Two numbers decide; without both, the name and whatever is known of the birth date. */
export function isSamePerson(a: PersonKey, b: PersonKey): boolean {
  if (a.personalId && b.personalId) return a.personalId === b.personalId
  return a.name === b.name && agree(a.born, b.born)
}

export function keyOf({ record: { answers } }: { record: Pick<RecordState['record'], 'answers'> }): PersonKey {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  return { name: foldName(text(answers.fullName) ?? ''), born: text(answers.born), personalId: text(answers.personalId) }
}

const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a.startsWith(b) || b.startsWith(a)
