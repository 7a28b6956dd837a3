import type { AnswerValue, Answers } from '../forms/answers'
import type { Finding } from '../forms/checking/finding'
import type { Instant } from '../time'

export const recordKinds = ['household', 'person', 'labour', 'asxh'] as const
export type RecordKind = (typeof recordKinds)[number]

/** Whether a supervisor reviews records of this kind. Forms are reviewed, households and people are not. */
export const isReviewed = (kind: RecordKind): boolean => kind === 'labour' || kind === 'asxh'

/** `kind@version` of the frozen form definition the answers were captured with. */
export type FormKey = `${RecordKind}@${number}`

/**
 * The status of a record at the server. Households and people are always `live` (not reviewed). Forms go
 * submitted -> accepted | returned -> submitted ...
 */
const recordStatuses = ['live', 'submitted', 'returned', 'accepted'] as const
export type RecordStatus = (typeof recordStatuses)[number]

/** Where a record hangs. Only a supervisor's `move` changes it. `hamlet` decides who may see the record. */
export interface RecordHead {
  readonly kind: RecordKind
  /** Hamlet id (uuid). */
  readonly hamlet: string
  /** The household of a person or form; `null` on a household itself. */
  readonly household: string | null
  /** The person a form is about; `null` on households and people. */
  readonly person: string | null
}

export interface ReviewNote {
  readonly field: string
  readonly text: string
  readonly by: string
  readonly at: Instant
}

/** Answers that are unchanged since they were offered, and were confirmed, by field. An object, because as keys of a form they cost almost no bytes. */
export type Confirmed = { readonly [fieldId: string]: true }

/** Who sent the current answers, from which device and in which sync run (the supervisor's "batch"). */
export interface Submission {
  readonly by: string
  readonly device: string
  readonly run: string
  readonly at: Instant
  /** Absent = none. */
  readonly confirmed?: Confirmed
}

export interface FieldChange {
  readonly field: string
  readonly from?: AnswerValue
  readonly to?: AnswerValue
}

/**
 * A value that was not applied, because another value had been accepted first or the record was locked.
 * It is kept here, and shown with its author, until a person chooses (S15, S17).
 */
export interface Hold {
  /** `device:counter:field`, so that a repeated operation makes no second hold. */
  readonly id: string
  readonly field: string
  /** `null` = the author wanted to clear the field. */
  readonly value: AnswerValue | null
  readonly reason: 'overlap' | 'locked'
  readonly by: string
  readonly at: Instant
}

/** A record as the server publishes it and every replica holds it. */
export interface RegisterRecord extends RecordHead {
  readonly commune: string
  readonly id: string
  readonly form: FormKey
  readonly answers: Answers
  /**
   * 1 at first. Grows with every operation that changed something: by one, or by more with the first change after a restore (`ApplyContext.floor`).
   * `base` of an operation is the version its author saw.
   */
  readonly version: number
  readonly status: RecordStatus
  /** How often the form was submitted: 1 at first, one more each time it is submitted again after a return. */
  readonly round: number
  /** Open notes of the last return, by field. Empty once the form is submitted again. */
  readonly notes: readonly ReviewNote[]
  readonly submission: Submission | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
  /** What was changed since the form was last returned. */
  readonly changes: readonly FieldChange[]
  readonly holds: readonly Hold[]
  /** Warnings on the current answers: of the shared rules, and of the server (`serverWarnings.ts`). */
  readonly warnings: readonly Finding[]
  /** Reasons given for warnings, by `reasonKey`. */
  readonly reasons: { readonly [key: string]: string }
}

/** The operation that last wrote a field: record version, device, counter. Only the server keeps it; see `writers.ts`. */
export type FieldMeta = readonly [version: number, device: string, counter: number]
export type RecordMeta = { readonly [fieldId: string]: FieldMeta }
