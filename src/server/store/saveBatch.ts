import { sql, type Transaction } from 'kysely'
import type { Outcome } from '../../domain/records/outcome'
import type { FieldChange } from '../../domain/records/record'
import type { RecordState } from '../../domain/records/recordState'
import type { Instant } from '../../domain/time'
import type { Database } from '../database/schema'
import type { OperationTable } from '../database/registerTables'
import { rowOf } from './recordRow'

/** A judged operation on its way into the log. */
export interface LogEntry {
  readonly counter: number
  readonly record: string | null
  readonly type: OperationTable['type']
  readonly payload: unknown
  readonly outcome: Outcome
  readonly changes: readonly FieldChange[]
  readonly deviceTime: string | null
}

/** `index` is the place in `entries` of the operation that made this state: the record takes that change number. */
export interface ChangedRecord {
  readonly state: RecordState
  readonly isNew: boolean
  readonly index: number
}

export interface Batch {
  readonly commune: string
  readonly device: string
  readonly author: string
  readonly run: string
  readonly receivedAt: Instant
  readonly entries: readonly LogEntry[]
  readonly records: readonly ChangedRecord[]
}

/**
 * Writes records, log and the device's counter in one statement that begins by taking the commune's change number. It has
 * to be the LAST statement of its transaction: the number's row stays locked until the commit, so that the next writer's
 * number is larger only after these rows can be seen (protocol rule 1).
 *
 * @returns the change number before the first entry; entry `i` has number + i + 1
 * @throws 23505 when another transaction made one of the new records meanwhile: judge the batch again
 */
export async function saveBatch(tx: Transaction<Database>, batch: Batch): Promise<number> {
  const { commune, device, entries, receivedAt } = batch
  const last = Math.max(...entries.map((entry) => entry.counter))
  const records = batch.records.map(({ state, isNew, index }) => ({ ...rowOf(state), is_new: isNew, nth: index + 1 }))
  const log = entries.map(({ deviceTime, ...entry }, index) => ({ ...entry, device_time: deviceTime, nth: index + 1 }))
  const { rows } = await sql<{ before: number }>`
    with taken as (
      insert into commune_seq as s (commune, n) values (${commune}, ${entries.length})
      on conflict (commune) do update set n = s.n + excluded.n
      returning n - ${entries.length} as before
    ), unfolded as (
      select r.*, taken.before + r.nth as seq from taken, jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(
        id uuid, kind text, form text, hamlet uuid, household uuid, person uuid, answers jsonb, version integer, status text,
        round integer, notes jsonb, submission jsonb, reviewed_by uuid, reviewed_at timestamptz, changes jsonb, holds jsonb,
        warnings jsonb, reasons jsonb, meta jsonb, is_new boolean, nth integer)
    ), created as (
      insert into record (commune, id, kind, form, hamlet, household, person, answers, version, status, round, notes,
        submission, reviewed_by, reviewed_at, changes, holds, warnings, reasons, meta, seq)
      select ${commune}, id, kind, form, hamlet, household, person, answers, version, status, round, notes,
        submission, reviewed_by, reviewed_at, changes, holds, warnings, reasons, meta, seq from unfolded where is_new
    ), changed as (
      update record set form = u.form, answers = u.answers, version = u.version, status = u.status, round = u.round,
        notes = u.notes, submission = u.submission, reviewed_by = u.reviewed_by, reviewed_at = u.reviewed_at,
        changes = u.changes, holds = u.holds, warnings = u.warnings, reasons = u.reasons, meta = u.meta, seq = u.seq
      from unfolded u where record.commune = ${commune} and record.id = u.id and not u.is_new
    ), logged as (
      insert into operation (commune, seq, device, counter, author, record, type, payload, outcome, changes, received_at,
        device_time, run)
      select ${commune}, taken.before + o.nth, ${device}, o.counter, ${batch.author}, o.record, o.type, o.payload, o.outcome,
        o.changes, ${receivedAt}, o.device_time, ${batch.run}
      from taken, jsonb_to_recordset(${JSON.stringify(log)}::jsonb) as o(
        counter bigint, record uuid, type text, payload jsonb, outcome jsonb, changes jsonb, device_time text, nth integer)
    )
    update device set last_counter = ${last}, last_seen_at = ${receivedAt}
    from taken where device.commune = ${commune} and device.id = ${device}
    returning taken.before`.execute(tx)
  const first = rows[0]
  if (!first) throw new Error(`saveBatch — the device row was not locked before — commune ${commune}`)
  return first.before
}
