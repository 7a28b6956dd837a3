import type { Transaction } from 'kysely'
import type { RecordState } from '../../domain/records/recordState'
import type { Instant } from '../../domain/time'
import type { Database } from '../database/schema'
import { saveBatch, type LogEntry } from './saveBatch'

export interface BulkInput {
  readonly commune: string
  /** A device that exists in the commune; its counter must stand at `firstCounter - 1`. */
  readonly device: string
  readonly author: string
  readonly run: string
  readonly receivedAt: Instant
  readonly firstCounter: number
  /** Parents before what hangs on them, or in the same call. */
  readonly states: readonly RecordState[]
}

/**
 * Writes finished records without judging them: demo data and restores, never what comes over the network. Each gets a
 * log entry, so that it has a history. Must be the last statement of its transaction, like every saved batch.
 */
export async function bulkInsertRecords(tx: Transaction<Database>, input: BulkInput): Promise<void> {
  const { firstCounter, states, ...batch } = input
  if (states.length === 0) return
  const entries = states.map(({ record }, index) => entryOf(record.id, firstCounter + index, states[index]!, input.receivedAt))
  await saveBatch(tx, { ...batch, entries, records: states.map((state, index) => ({ state, isNew: true, index })) })
}

function entryOf(record: string, counter: number, { record: { answers, version } }: RecordState, at: Instant): LogEntry {
  const changes = Object.entries(answers).map(([field, to]) => ({ field, ...(to === undefined ? {} : { to }) }))
  return { counter, record, type: 'import', payload: {}, outcome: { kind: 'accepted', version }, changes, deviceTime: at }
}
