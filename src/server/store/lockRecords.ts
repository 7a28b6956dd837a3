import { sql, type Transaction } from 'kysely'
import { codeKey } from '../../domain/records/cards/householdCodes'
import type { RecordState } from '../../domain/records/recordState'
import type { RegisterRecord } from '../../domain/records/record'
import type { PlainDate } from '../../domain/time'
import type { Database } from '../database/schema'
import type { Holder } from './numberRegistry'
import { stateOf } from './recordRow'

/** A form that is there, by the person it is about. */
export interface KnownForm extends Pick<RegisterRecord, 'id' | 'kind' | 'person'> {
  /** The day it was taken, as it says. */
  readonly day: PlainDate | null
}

/**
 * The records a batch may change, locked in ascending order of id so that two batches never wait for each other in a
 * ring. "No key update": a batch that only hangs something on one of them need not wait.
 */
export async function lockRecords(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordState>> {
  if (ids.length === 0) return new Map()
  const rows = await select(tx, commune, ids).orderBy('id').forNoKeyUpdate().execute()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

/** The same to be looked at only. */
export async function readRecords(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordState>> {
  const rows = ids.length === 0 ? [] : await select(tx, commune, ids).execute()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

const select = (tx: Transaction<Database>, commune: string, ids: readonly string[]) =>
  tx.selectFrom('record').selectAll().where('commune', '=', commune).where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)

/** Everything that hangs on these households and people: complete when their rows are locked, and of the people below them theirs. */
export async function idsBelow(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with people as (select id from record where commune = ${commune} and kind = 'person' and household = any(${[...ids]}::uuid[]))
    select id from people
    union select id from record where commune = ${commune} and person = any(${[...ids]}::uuid[] || array(select id from people))`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Forms about these people, oldest first. Complete when the people's rows are locked. */
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
 * Households under these codes (`codeKey`), but those set aside. Looked up by the digits alone, because a database has its own rules for
 * capitals, and what makes two codes one is said in one place. Complete when the codes are locked.
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
