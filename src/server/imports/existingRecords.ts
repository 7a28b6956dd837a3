import { sql } from 'kysely'
import { groupBy } from '../../domain/groupBy'
import { foldName } from '../../domain/identity/nameKey'
import { codeKey } from '../../domain/records/cards/householdCodes'
import { rootOf, sameAsOf } from '../../domain/records/place'
import type { RecordState } from '../../domain/records/recordState'
import type { Db } from '../database/connect'
import { stateOf } from '../store/recordRow'

/** The records of a commune's register, as an import looks them up. */
export interface ExistingRecords {
  /**
   * Finds the household with a code. Households that were set aside are found only if no other has the code.
   * @param code in the form in which codes are compared (`codeKey`)
   * @returns `several` = more than one household that is not set aside has this code
   */
  household(code: string): RecordState | 'several' | undefined
  /** The record itself or, if it was set aside, the one it is the same as. */
  root(state: RecordState): RecordState
  /**
   * Finds a person in these households, also one whom an import put there and who was moved since: by personal number, otherwise by name and birth
   * date. If there is none, finds whoever in the commune has both this number and this name.
   */
  person(households: readonly string[], person: PersonKey): RecordState | undefined
}

export interface PersonKey {
  /** Folded once (`foldName`), because it is compared with many. */
  readonly name: string
  readonly born: string | undefined
  readonly personalId: string | undefined
}

/** Reads all households and people of a commune into memory. */
export async function loadExisting(db: Db, commune: string): Promise<ExistingRecords> {
  const rows = await db.selectFrom('record').selectAll().where('commune', '=', commune).where('kind', 'in', ['household', 'person']).orderBy('id').execute()
  const states = new Map(rows.map((row) => [row.id, stateOf(row)]))
  const all = [...states.values()]
  const households = groupBy(all.filter(({ record }) => record.kind === 'household'), ({ record }) => codeKey(String(record.answers.householdCode)))
  const people = all.filter(({ record }) => record.kind === 'person')
  const imported = (await importedInto(db, commune)).flatMap(({ record, household }) => [record && states.get(record)].flatMap((state) => (state ? [[household, state] as const] : [])))
  const members = groupBy([...people.map((state) => [state.record.household ?? '', state] as const), ...imported], ([household]) => household)
  const byNumber = new Map(people.map((state) => [numberKey(keyOf(state)), state]))
  return {
    household: (code) => householdOf(households.get(code) ?? []),
    root: (state) => states.get(rootOf(states, state.record.id)?.id ?? '') ?? state,
    person: (of, key) => of.flatMap((household) => members.get(household) ?? []).map(([, state]) => state).find((state) => isSamePerson(keyOf(state), key)) ?? (key.personalId ? byNumber.get(numberKey(key)) : undefined),
  }
}

/** Picks one of the households with one code. */
function householdOf(sameCode: readonly RecordState[]): ReturnType<ExistingRecords['household']> {
  const here = sameCode.filter(({ record }) => sameAsOf(record) === undefined)
  return here.length > 1 ? 'several' : (here[0] ?? sameCode.at(-1))
}

/** The household in which an import put each person that it made. */
async function importedInto(db: Db, commune: string) {
  return db.selectFrom('operation').select(['record', sql<string>`payload -> 'head' ->> 'household'`.as('household')])
    .where('commune', '=', commune).where('type', '=', 'import').where(sql`payload ->> 'base'`, '=', '0').where(sql`payload -> 'head' ->> 'kind'`, '=', 'person').execute()
}

const numberKey = ({ personalId, name }: PersonKey): string => `${personalId}:${name}`

/** Whether two keys mean one person. If both have a number, the numbers decide. Otherwise the name and what is known of the birth date. */
export function isSamePerson(a: PersonKey, b: PersonKey): boolean {
  if (a.personalId && b.personalId) return a.personalId === b.personalId
  return a.name === b.name && agree(a.born, b.born)
}

export function keyOf({ record: { answers } }: { record: Pick<RecordState['record'], 'answers'> }): PersonKey {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  return { name: foldName(text(answers.fullName) ?? ''), born: text(answers.born), personalId: text(answers.personalId) }
}

const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a.startsWith(b) || b.startsWith(a)
