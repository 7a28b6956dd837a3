import { accumulate } from '../changes'
import type { FieldChange, RegisterRecord } from '../record'

/** The changes the reviewer is shown: all differences from the answers that were returned, over every later edit. */
export function sinceReturn(record: RegisterRecord, changes: readonly FieldChange[]): readonly FieldChange[] {
  const wasReturned = record.status === 'returned' || record.round > 1
  return wasReturned ? accumulate(record.changes, changes) : record.changes
}
