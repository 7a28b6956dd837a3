import type { FieldChange, RecordHead, RegisterRecord } from './record'
import { withChanges, type Patch } from './changes'

/**
 * A record as told to a replica that has an earlier version of it: everything that can change but the answers in full (it is
 * small), and of the answers those written since. Where a record hangs never changes.
 */
export interface AmendedRecord extends Omit<RegisterRecord, 'commune' | 'answers' | keyof RecordHead> {
  /** The earliest version it amends. */
  readonly from: number
  readonly patch: Patch
}

/** What a replica with version `from` or a later one needs. @param fields every field whose answer may have become different since */
export function amendedOf(record: RegisterRecord, from: number, fields: Iterable<string>): AmendedRecord {
  const { commune: _commune, kind: _kind, hamlet: _hamlet, household: _household, person: _person, answers, ...rest } = record
  return { ...rest, from, patch: Object.fromEntries([...new Set(fields)].map((field) => [field, answers[field] ?? null])) }
}

/** The record as it is now; `undefined` when the version given is too old for it. Amending it twice changes nothing. */
export function amend(record: RegisterRecord, { from, patch, ...rest }: AmendedRecord): RegisterRecord | undefined {
  if (record.version < from) return undefined
  const changes: readonly FieldChange[] = Object.entries(patch).map(([field, value]) => ({ field, ...(value !== null && { to: value }) }))
  return { ...record, ...rest, answers: withChanges(record.answers, changes) }
}
