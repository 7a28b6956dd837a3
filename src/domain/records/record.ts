import type { AnswerValue, Answers } from '../forms/answers'
import type { Finding } from '../forms/checking/finding'
import type { Instant } from '../time'

export const recordKinds = ['household', 'person', 'labour', 'asxh'] as const
export type RecordKind = (typeof recordKinds)[number]

/** Forms are reviewed; households and people are simply there. */
export const isReviewed = (kind: RecordKind): boolean => kind === 'labour' || kind === 'asxh'

/** `kind@version` of the frozen form definition the answers were captured with. */
export type FormKey = `${RecordKind}@${number}`

/**
 * Where the server stands with a record. Households and people are `live` (not reviewed); forms go
 * submitted -> accepted | returned -> submitted ...
 */
const recordStatuses = ['live', 'submitted', 'returned', 'accepted'] as const
export type RecordStatus = (typeof recordStatuses)[number]

/** Where a record hangs; only a supervisor's `move` changes it. `hamlet` decides who may see it. */
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

/** By field, answers that stand as they were offered and were confirmed. An object and not a list: as keys of a form they cost next to nothing to send. */
export type Confirmed = { readonly [fieldId: string]: true }

/** Who sent the current answers, from which device, in which sync run (a run is what supervisors call a batch), and which of them stand as offered. */
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
 * A value that was not applied because another had been accepted first, or because the record was locked.
 * Nothing is lost: it stays here, shown with its author, until a person chooses (protocol rules 15, 17).
 */
export interface Hold {
  /** `device:counter:field`, so a repeated operation makes no second hold. */
  readonly id: string
  readonly field: string
  /** `null` asks to clear the field. */
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
  /** Grows by one with every operation that changed anything; an operation's `base` names the version it was made on. */
  readonly version: number
  readonly status: RecordStatus
  /** How often it was submitted: 1 at first, one more each time it comes again after a return. */
  readonly round: number
  /** Open notes of the last return, by field; empty once resubmitted. */
  readonly notes: readonly ReviewNote[]
  readonly submission: Submission | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Instant | null
  /** What the latest resubmission changed against what was returned. */
  readonly changes: readonly FieldChange[]
  readonly holds: readonly Hold[]
  /** Warnings of the shared rules on the current answers, and of the server (`judgement.ts`). */
  readonly warnings: readonly Finding[]
  /** The officer's reason for a warning, by `reasonKey`. */
  readonly reasons: { readonly [key: string]: string }
}

/** Which operation last wrote a field: the record version it made, the device and its counter. Kept by the server only; see `writers.ts`. */
export type FieldMeta = readonly [version: number, device: string, counter: number]
export type RecordMeta = { readonly [fieldId: string]: FieldMeta }
