import type { Selectable } from 'kysely'
import { changesOf } from '../../../domain/records/changes'
import type { HistoryEntry } from '../../../protocol/api'
import type { Operation } from '../../../domain/records/operation'
import type { Outcome } from '../../../domain/records/outcome'
import type { Db } from '../../database/connect'
import type { OperationTable } from '../../database/registerTables'
import { isFirst } from '../loggedChanges'
import { receiptOf } from '../receipt'

/** Reads every operation on a record, oldest first: what it changed, what was held or refused, its notes, who made it and when. */
export async function readHistory(db: Db, commune: string, record: string): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom('operation')
    .selectAll()
    .where('commune', '=', commune)
    .where('record', '=', record)
    .orderBy('seq')
    .execute()
  return rows.flatMap((row) => {
    if (row.type === 'malformed') return []
    const payload = row.payload as Operation
    return [{
      seq: row.seq,
      at: row.received_at,
      deviceTime: row.device_time ?? row.received_at,
      by: row.author,
      device: row.device,
      type: row.type,
      ...(row.counter === null && { isAlong: true as const }),
      outcome: row.outcome.kind,
      ...(row.outcome.kind === 'refused' && { reason: row.outcome.reason }),
      changes: [...appliedValues(row, payload), ...otherValues(row.outcome, payload)],
      notes: payload.type === 'return' ? payload.notes : [],
      receipt: receiptOf(commune, row.seq),
    }]
  })
}

/** The log stores no changes for the operation that made the record: they are its patch. */
function appliedValues({ outcome, changes }: Pick<Selectable<OperationTable>, 'outcome' | 'changes'>, payload: Operation): HistoryEntry['changes'] {
  const applied = isFirst(outcome) && payload.type === 'submit' && changes.length === 0 ? changesOf({}, payload.patch) : changes
  return applied.map(({ field, from, to }) => ({ field, from, to }))
}

/** Values that were held or refused. They stay readable here, whatever becomes of them later. */
function otherValues(outcome: Outcome, payload: Operation): HistoryEntry['changes'] {
  if (payload.type !== 'submit') return []
  const fields = outcome.kind === 'held' ? outcome.fields : outcome.kind === 'refused' ? Object.keys(payload.patch) : []
  return fields.map((field) => ({ field, to: payload.patch[field] ?? undefined, applied: false }))
}
