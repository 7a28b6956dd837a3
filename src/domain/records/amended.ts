import type { AnswerValue } from '../forms/answers'
import { sameAnswer } from '../forms/answers'
import { withChanges, type Patch } from './changes'
import { sameHead } from './heads'
import type { Operation, SubmitOperation } from './operation'
import type { FieldChange, RecordHead, RegisterRecord } from './record'

/**
 * A record as told to a replica that has most of it: an earlier version, or the operations its own device sent. What is small
 * and can change is there in full; of the answers those that the replica cannot know. A record that was moved
 * is told whole.
 */
export interface AmendedRecord extends Omit<RegisterRecord, 'commune' | 'id' | 'answers' | keyof RecordHead> {
  /** `null` = that of the first of `own`. */
  readonly id: string | null
  /** The earliest version it amends; 0 = nothing: the first of `own` made the record. */
  readonly from: number
  /** Counters of the replica's own submissions, whose patches come first. */
  readonly own: readonly number[]
  readonly patch: Patch
}

/** What was written into a record since its replica was whole. */
export interface WrittenSince {
  readonly from: number
  /** Fields whose answers may have become different. */
  readonly fields: ReadonlySet<string>
  /** Submissions of the replica's device, in the order they were judged; with `from` 0 the first made the record. */
  readonly own: readonly SubmitOperation[]
}

/**
 * The version a replica must have to be told what came with this one; 0 = none, for it was made here. An edit made nothing, also when it
 * changed nothing and its version is still the first.
 *
 * @param own the replica's own submission that it came with, if it is one
 */
export function versionBefore(version: number, own: Pick<SubmitOperation, 'base'> | null): number {
  return Math.max(version - 1, own && own.base > 0 ? 1 : 0)
}

/** Its first submission puts the record where it is: it was not laid elsewhere when it was taken. */
export function isWherePut(record: RegisterRecord, { from, own }: WrittenSince): boolean {
  return from > 0 || (own[0] !== undefined && sameHead(record, own[0].head))
}

/** What a replica needs that has version `from`, or a later one, and the operations `own`. */
export function amendedOf(record: RegisterRecord, { from, fields, own }: WrittenSince): AmendedRecord {
  const { commune: _commune, kind: _kind, hamlet: _hamlet, household: _household, person: _person, id, answers, ...rest } = record
  const sent: Patch = Object.assign({}, ...own.map((op) => op.patch))
  const now = (field: string): AnswerValue | null => answers[field] ?? null
  const isKnown = (field: string): boolean => Object.hasOwn(sent, field) && sameAnswer(sent[field] ?? undefined, answers[field])
  const unknown = [...new Set([...fields, ...Object.keys(sent)])].filter((field) => !isKnown(field))
  return { ...rest, id: own.length > 0 ? null : id, from, own: own.map((op) => op.counter), patch: Object.fromEntries(unknown.map((field) => [field, now(field)])) }
}

export interface Held {
  readonly commune: string
  /** By id, records as this replica has them. */
  readonly records: ReadonlyMap<string, RegisterRecord>
  /** By counter, those of this replica's own device that it still has. */
  readonly operations: ReadonlyMap<number, Operation>
}

/** Which record is amended; `undefined` when the operation that says so is not held. */
export function amendedId({ id, own }: AmendedRecord, operations: Held['operations']): string | undefined {
  return id ?? operations.get(own[0] ?? 0)?.record
}

/** The record as it is now; `undefined` when what is held is not enough. Amending it twice changes nothing. */
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
