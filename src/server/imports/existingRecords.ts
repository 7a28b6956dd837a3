import { sql } from 'kysely'
import { groupBy } from '../../domain/groupBy'
import { foldName } from '../../domain/identity/nameKey'
import { codeKey } from '../../domain/records/cards/householdCodes'
import { rootOf, sameAsOf } from '../../domain/records/place'
import type { RecordState } from '../../domain/records/recordState'
import type { Db } from '../database/connect'
import { stateOf } from '../store/recordRow'

/** What the register of a commune already holds, as an import looks for it. */
export interface ExistingRecords {
  /**
   * @param code as codes are compared (`codeKey`)
   * @returns `several`: more than one household goes by this code, none of them set aside as the same
   */
  household(code: string): RecordState | 'several' | undefined
  /** The record, or where it was set aside the one it is the same as. */
  root(state: RecordState): RecordState
  /**
   * Of these households, also who was moved from where an import put them: by personal number, else by name and birth date. Else
   * whoever in the commune has both the number and the name.
   */
  person(households: readonly string[], person: PersonKey): RecordState | undefined
}

export interface PersonKey {
  /** Folded: it is compared with many. */
  readonly name: string
  readonly born: string | undefined
  readonly personalId: string | undefined
}

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

/** Of the households with one code those that were not set aside count. */
function householdOf(sameCode: readonly RecordState[]): ReturnType<ExistingRecords['household']> {
  const here = sameCode.filter(({ record }) => sameAsOf(record) === undefined)
  return here.length > 1 ? 'several' : (here[0] ?? sameCode.at(-1))
}

/** In which household an import put each person it made. */
async function importedInto(db: Db, commune: string) {
  return db.selectFrom('operation').select(['record', sql<string>`payload -> 'head' ->> 'household'`.as('household')])
    .where('commune', '=', commune).where('type', '=', 'import').where(sql`payload ->> 'base'`, '=', '0').where(sql`payload -> 'head' ->> 'kind'`, '=', 'person').execute()
}

const numberKey = ({ personalId, name }: PersonKey): string => `${personalId}:${name}`

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
