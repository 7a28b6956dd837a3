import type { Selectable } from 'kysely'
import type { RecordState } from '../../domain/records/recordState'
import type { RegisterRecord } from '../../domain/records/record'
import type { RecordTable } from '../database/registerTables'

export type RecordRow = Selectable<RecordTable>

export function recordOf(row: RecordRow): RegisterRecord {
  const { reviewed_by, reviewed_at, meta: _meta, seq: _seq, ...same } = row
  return { ...same, reviewedBy: reviewed_by, reviewedAt: reviewed_at }
}

export const stateOf = (row: RecordRow): RecordState => ({ record: recordOf(row), meta: row.meta })

/** A record as an element of the JSON that `saveBatch` turns into rows. */
export function rowOf({ record, meta }: RecordState): Omit<RecordRow, 'commune' | 'seq'> {
  const { commune: _commune, reviewedBy, reviewedAt, ...same } = record
  return { ...same, reviewed_by: reviewedBy, reviewed_at: reviewedAt, meta }
}
