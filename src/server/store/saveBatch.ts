import { sql, type Transaction } from 'kysely'
import type { Operation } from '../../domain/records/operation'
import type { Outcome } from '../../domain/records/outcome'
import type { FieldChange } from '../../domain/records/record'
import type { RecordState } from '../../domain/records/recordState'
import type { Instant } from '../../domain/time'
import type { Database } from '../database/schema'
import type { OperationTable } from '../database/registerTables'
import { digestChanges } from './digests'
import { rowOf } from './recordRow'

/** A judged operation, to be written to the log. */
export interface LogEntry {
  /** `null` = no operation of its own: the record was changed by the operation of an entry before, on another record. */
  readonly counter: number | null
  readonly record: string | null
  readonly type: OperationTable['type']
  /** The operation, or the beginning of its text if it could not be read. */
  readonly payload: Operation | { readonly text: string }
  readonly outcome: Outcome
  /** Empty for the operation that made the record: its patch contains them. */
  readonly changes: readonly FieldChange[]
  readonly deviceTime: string | null
}

/** A record that the batch changed. `index` is the place in `entries` of the last operation that changed it: the record gets that change number. */
export interface ChangedRecord {
  readonly state: RecordState
  /** The record before the batch. `undefined` = it is new. */
  readonly before: RecordState | undefined
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

/** The columns of a record that an operation may change. `fixed` are the columns that never change. */
const changing = ['hamlet', 'household', 'person', 'form', 'answers', 'version', 'status', 'round', 'notes', 'submission', 'reviewed_by', 'reviewed_at', 'changes', 'holds', 'warnings', 'reasons', 'meta']
const fixed = ['id', 'kind']
const given = [...fixed, ...changing.filter((column) => column !== 'answers')]
const columns = sql.raw([...given, 'answers', 'seq'].join(', '))
const madeColumns = sql.raw(given.map((column) => `r.${column}`).join(', '))
const updates = sql.raw(changing.map((column) => `${column} = u.${column}`).join(', '))
const recordShape = sql.raw(`id uuid, kind text, hamlet uuid, household uuid, person uuid, form text, answers jsonb, version integer, status text,
  round integer, notes jsonb, submission jsonb, reviewed_by uuid, reviewed_at timestamptz, changes jsonb, holds jsonb, warnings jsonb, reasons jsonb,
  meta jsonb, nth integer`)
const digestShape = sql.raw('hamlet uuid, count bigint, hi bigint, lo bigint')
const logShape = sql.raw('counter bigint, record uuid, type text, payload jsonb, outcome jsonb, changes jsonb, device_time text, nth integer')

/**
 * Writes the records, the log and the device's counter in one statement, which begins by taking the commune's change number. It must be the LAST
 * statement of its transaction. The row of the change number stays locked until the commit, so the next writer gets a larger number only after these
 * rows are visible (S1).
 *
 * @returns the change number before the first entry; entry `i` has this number + i + 1
 * @throws 23505 when another transaction has made one of the new records: judge the batch again
 * @throws Error when the device's row does not exist
 */
export async function saveBatch(tx: Transaction<Database>, batch: Batch): Promise<number> {
  const { commune, device, author, run, receivedAt, entries } = batch
  const last = Math.max(...entries.flatMap(({ counter }) => counter ?? []))
  const { rows } = await sql<{ before: number }>`
    with taken as (
      insert into commune_seq as s (commune, n) values (${commune}, ${entries.length})
      on conflict (commune) do update set n = s.n + excluded.n
      returning n - ${entries.length} as before
    ), told as (
      select o.*, taken.before + o.nth as seq from taken, jsonb_to_recordset(${logJson(batch)}::jsonb) as o(${logShape})
    ), logged as (
      insert into operation (commune, seq, device, counter, author, record, type, payload, outcome, changes, received_at, device_time, run)
      select ${commune}, seq, ${device}, counter, ${author}, record, type, payload, outcome, changes, ${receivedAt}, device_time, ${run} from told
    ), ${createdPart(batch)} ${changedPart(batch)} digested as (
      insert into digest as d (commune, hamlet, n, hi, lo)
      select ${commune}, g.hamlet, g.count, g.hi, g.lo from taken, jsonb_to_recordset(${digestJson(batch)}::jsonb) as g(${digestShape})
      on conflict (commune, hamlet) do update set n = d.n + excluded.n, hi = d.hi # excluded.hi, lo = d.lo # excluded.lo
    )
    update device set last_counter = ${last}, last_seen_at = ${receivedAt}
    from taken where device.commune = ${commune} and device.id = ${device}
    returning taken.before`.execute(tx)
  const first = rows[0]
  if (!first) throw new Error(`saveBatch — the device row was not locked before — commune ${commune}`)
  return first.before
}

/** Inserts the new records. If a record was not changed since its operation, its answers are taken from the operation and not sent to the database twice. */
function createdPart({ commune, records, entries }: Batch) {
  const made = records.filter(({ before }) => before === undefined).map(({ state, index }) => {
    const { answers, ...row } = rowOf(state)
    return { ...row, nth: index + 1, ...(!isAsSent(state, entries[index]) && { answers }) }
  })
  if (made.length === 0) return sql``
  return sql`created as (
    insert into record (commune, ${columns})
    select ${commune}, ${madeColumns}, coalesce(r.answers, told.payload -> 'patch'), told.seq
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as r(${recordShape}) join told on told.nth = r.nth
  ),`
}

function changedPart({ commune, records }: Batch) {
  const changed = records.filter(({ before }) => before !== undefined).map(({ state, index }) => ({ ...rowOf(state), nth: index + 1 }))
  if (changed.length === 0) return sql``
  return sql`changed as (
    update record set ${updates}, seq = taken.before + u.nth
    from taken, jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as u(${recordShape})
    where record.commune = ${commune} and record.id = u.id
  ),`
}

function isAsSent({ record }: RecordState, entry: LogEntry | undefined): boolean {
  const payload = entry?.payload
  if (record.version !== 1 || !payload || !('patch' in payload)) return false
  return Object.keys(record.answers).length === Object.keys(payload.patch).length
}

const digestJson = ({ records }: Batch): string =>
  JSON.stringify(digestChanges(records.map(({ state, before }) => ({ before: before?.record, after: state.record }))))

const logJson = ({ entries }: Batch): string =>
  JSON.stringify(entries.map(({ deviceTime, ...entry }, index) => ({ ...entry, device_time: deviceTime, nth: index + 1 })))
