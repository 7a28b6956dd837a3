import type { Transaction } from 'kysely'
import type { RecordState } from '../../domain/records/recordState'
import type { RecordHead } from '../../domain/records/record'
import type { Database } from '../database/schema'
import { stateOf } from './recordRow'

/**
 * The records a batch may change, locked in ascending order of id so that two batches never wait for each other in a
 * ring. "No key update": a batch that only hangs something on one of them need not wait.
 */
export async function lockRecords(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordState>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('record')
    .selectAll()
    .where('commune', '=', commune)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, stateOf(row)]))
}

/** Where households and people hang. A head never changes, so nothing is locked. */
export async function readHeads(tx: Transaction<Database>, commune: string, ids: readonly string[]): Promise<Map<string, RecordHead>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('record')
    .select(['id', 'kind', 'hamlet', 'household', 'person'])
    .where('commune', '=', commune)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...head }) => [id, head]))
}
