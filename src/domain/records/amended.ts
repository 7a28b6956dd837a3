import type { AnswerValue } from '../forms/answers'
import { sameAnswer } from '../forms/answers'
import { withChanges, type Patch } from './changes'
import { sameHead } from './heads'
import type { Operation, SubmitOperation } from './operation'
import type { FieldChange, RecordHead, RegisterRecord } from './record'

/**
 * A record as it is sent to a replica that already has most of it: an earlier version, or the operations its own device sent.
 * The small members that can change are sent in full. Of the answers, only those the replica cannot know are sent.
 * A moved record is never amended: it is sent whole.
 */
export interface AmendedRecord extends Omit<RegisterRecord, 'commune' | 'id' | 'answers' | keyof RecordHead> {
  /** `null` = the record of the first operation in `own`. */
  readonly id: string | null
  /** The earliest version it can amend. 0 = no version is needed: the first operation in `own` made the record. */
  readonly from: number
  /** Counters of submissions by the replica's own device. Their patches are applied before `patch`. */
  readonly own: readonly number[]
  readonly patch: Patch
}

/** What was written into a record since the replica last had it whole. */
export interface WrittenSince {
  readonly from: number
  /** Fields whose answers may differ now. */
  readonly fields: ReadonlySet<string>
  /** Submissions of the replica's device, in the order they were judged. If `from` is 0, the first of them made the record. */
  readonly own: readonly SubmitOperation[]
}

/**
 * The version a replica must have, so that the change which led to `version` can be told as an amendment.
 *
 * @param own the replica's own submission, if the change came by one
 * @param floor see `ApplyContext`. The version before the first one above it is not known, and no replica has a version that was lost.
 * @returns 0 = none: the record was made by this change. An edit (`base` > 0) never makes a record, so it needs version 1 at least,
 *   even if it changed nothing and the version is still 1.
 */
export function versionBefore(version: number, own: Pick<SubmitOperation, 'base'> | null, floor: number): number {
  const before = version === floor + 1 ? Math.min(floor, 1) : version - 1
  return Math.max(before, own && own.base > 0 ? 1 : 0)
}

/** Whether the replica can know where the record hangs: it has an earlier version, or its own first submission named the same place. */
export function isWherePut(record: RegisterRecord, { from, own }: WrittenSince): boolean {
  return from > 0 || (own[0] !== undefined && sameHead(record, own[0].head))
}

/** The amendment for a replica that has version `from` or a later one, and the operations `own`. */
export function amendedOf(record: RegisterRecord, { from, fields, own }: WrittenSince): AmendedRecord {
  const { commune: _commune, kind: _kind, hamlet: _hamlet, household: _household, person: _person, id, answers, ...rest } = record
  const sent: Patch = Object.assign({}, ...own.map((op) => op.patch))
  const now = (field: string): AnswerValue | null => answers[field] ?? null
  const isKnown = (field: string): boolean => Object.hasOwn(sent, field) && sameAnswer(sent[field] ?? undefined, answers[field])
  const unknown = [...new Set([...fields, ...Object.keys(sent)])].filter((field) => !isKnown(field))
  return { ...rest, id: own.length > 0 ? null : id, from, own: own.map((op) => op.counter), patch: Object.fromEntries(unknown.map((field) => [field, now(field)])) }
}

/** What a replica holds of one commune. */
export interface Held {
  readonly commune: string
  /** Records of this replica, by id. */
  readonly records: ReadonlyMap<string, RegisterRecord>
  /** Operations of this replica's own device that it still has, by counter. */
  readonly operations: ReadonlyMap<number, Operation>
}

/** Id of the amended record. `undefined` = the operation that names it is not held. */
export function amendedId({ id, own }: AmendedRecord, operations: Held['operations']): string | undefined {
  return id ?? operations.get(own[0] ?? 0)?.record
}

/** The record as it is now. `undefined` = what is held is not enough. Amending a record twice changes nothing. */
export function amend(amended: AmendedRecord, { commune, records, operations }: Held): RegisterRecord | undefined {
  const { from, own, patch, id: _told, ...rest } = amended
  const id = amendedId(amended, operations)
  const sent = own.flatMap((counter) => submitIn(operations.get(counter)) ?? [])
  if (id === undefined || sent.length < own.length) return undefined
  const start = from === 0 ? madeBy(sent[0], commune) : atLeast(from, records.get(id))
  if (!start) return undefined
  const answers = [...sent.map((op) => op.patch), patch].reduce((all, each) => withChanges(all, changesIn(each)), start.answers)
  return { ...start, ...rest, id, answers }
}

const submitIn = (op: Operation | undefined): SubmitOperation | undefined => (op?.type === 'submit' ? op : undefined)

type Start = Pick<RegisterRecord, 'commune' | 'answers' | keyof RecordHead>

const atLeast = (version: number, record: RegisterRecord | undefined): Start | undefined => (record && record.version >= version ? record : undefined)

function madeBy(op: SubmitOperation | undefined, commune: string): Start | undefined {
  return op && { ...op.head, commune, answers: {} }
}

const changesIn = (patch: Patch): readonly FieldChange[] => Object.entries(patch).map(([field, value]) => ({ field, ...(value !== null && { to: value }) }))
