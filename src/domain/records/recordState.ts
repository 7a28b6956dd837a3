import type { CheckContext } from '../forms/checking/finding'
import type { Role } from '../access'
import type { Instant } from '../time'
import type { Outcome } from './outcome'
import type { FieldChange, RecordMeta, RegisterRecord } from './record'

/** A record with what the server alone knows about it: who wrote each field last. */
export interface RecordState {
  readonly record: RegisterRecord
  readonly meta: RecordMeta
}

/** Everything about an operation that its author does not get to say. */
export interface ApplyContext {
  readonly commune: string
  readonly author: { readonly id: string; readonly role: Role }
  readonly device: string
  /** Sync run the operation came in. */
  readonly run: string
  /** Server clock; device time is never used to decide (protocol rule 16). */
  readonly receivedAt: Instant
  readonly check: CheckContext
  /** Extra fields of the province, as `withExtensions` takes them. */
  readonly extensions?: readonly unknown[]
}

/** What an operation did. `state` is the one given when it changed nothing. */
export interface Applied {
  readonly state: RecordState | undefined
  readonly outcome: Outcome
  /** Answers that became different, in the order of the patch. */
  readonly changes: readonly FieldChange[]
}
