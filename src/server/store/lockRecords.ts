import { sql, type Transaction } from 'kysely'
import { codeKey } from '../../domain/records/cards/householdCodes'
import type { RecordState } from '../../domain/records/recordState'
import type { RegisterRecord } from '../../domain/records/record'
import type { PlainDate } from '../../domain/time'
import type { Database } from '../database/schema'
import type { Holder } from './numberRegistry'
import { stateOf } from './recordRow'

/** An existing form and its person. */
export interface KnownForm extends Pick<RegisterRecord, 'id' | 'kind' | 'person'> {
  /** The day on which it was collected, as the form says. */
  readonly day: PlainDate | null
}

/**
 * Reads and locks the records a batch may change. They are locked in ascending order of id, so that two batches never wait for each other in a ring.
 * The lock is "no key update": a batch that only hangs something on one of them need not wait.
 */
export async function lockRecords(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordState>> {
  if (ids.length === 0) return new Map()
  const rows = await select(tx, commune, ids).orderBy('id').forNoKeyUpdate().execute()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

/** The same without a lock. */
export async function readRecords(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordState>> {
  const rows = ids.length === 0 ? [] : await select(tx, commune, ids).execute()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

const select = (tx: Transaction<Database>, commune: string, ids: readonly string[]) =>
  tx.selectFrom('record').selectAll().where('commune', '=', commune).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)

/**
 * The ids of everything that hangs on these households and people, also through the people of a household. The list is complete only while the rows
 * of the households and of their people are locked.
 */
export async function idsBelow(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with people as (select id from record where commune = ${commune} and kind = 'person' and household = any(${[...ids]}::uuid[]))
    select id from people
    union select id from record where commune = ${commune} and person = any(${[...ids]}::uuid[] || array(select id from people))`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The forms of these people, oldest first. Complete while the rows of the people are locked. */
export async function readForms(tx: Transaction<Database>, commune: string, people: readonly string[]): Promise<readonly KnownForm[]> {
  if (people.length === 0) return []
  return tx
    .selectFrom('record')
    .select(['id', 'kind', 'person', sql<PlainDate | null>`answers ->> 'collectedOn'`.as('day')])
    .where('commune', '=', commune)
    .where('person', '=', sql<string>`any(${[...people]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/**
 * The households with these codes (`codeKey`), without those set aside. The database is searched by the digits only, because it has its own rules for
 * capital letters; `codeKey` alone decides which codes are equal. Complete while the codes are locked.
 */
export async function readCodes(tx: Transaction<Database>, commune: string, codes: readonly string[]): Promise<readonly Holder[]> {
  if (codes.length === 0) return []
  const asked = new Set(codes)
  const digits = [...new Set(codes.map((code) => code.replace(/[^0-9]/g, '')))]
  const rows = await tx
    .selectFrom('record')
    .select(['id', sql<string>`answers ->> 'householdCode'`.as('code')])
    .where('commune', '=', commune)
    .where('kind', '=', sql.lit('household'))
    .where(sql`answers -> 'sameAs'`, 'is', null)
    .where(sql`regexp_replace(answers ->> 'householdCode', '[^0-9]', '', 'g')`, '=', sql<string>`any(${digits}::text[])`)
    .execute()
  return rows.map(({ id, code }) => ({ hash: codeKey(code), commune, record: id, person: id })).filter(({ hash }) => asked.has(hash))
}
