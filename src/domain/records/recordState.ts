import type { CheckContext } from '../forms/checking/finding'
import type { Role } from '../access'
import type { Instant } from '../time'
import type { Outcome } from './outcome'
import type { FieldChange, RecordMeta, RegisterRecord } from './record'

/** A record together with what only the server knows: who last wrote each field. */
export interface RecordState {
  readonly record: RegisterRecord
  readonly meta: RecordMeta
}

/** What is known about an operation from elsewhere than its author. */
export interface ApplyContext {
  readonly commune: string
  readonly author: { readonly id: string; readonly role: Role }
  readonly device: string
  /** Sync run the operation came in. */
  readonly run: string
  /** Server clock. The device's time is never used to decide (S16). */
  readonly receivedAt: Instant
  readonly check: CheckContext
  /**
   * Every version of a record except its first is above this number. A restore raises it: devices saw versions of the register that was lost, and those
   * must not be taken for versions of today (S6). Absent = never restored.
   */
  readonly floor?: number
  /** Extra fields of the province, in the shape `withExtensions` takes. */
  readonly extensions?: readonly unknown[]
}

/** The result of judging an operation. If it changed nothing, `state` is the state that was given. */
export interface Applied {
  readonly state: RecordState | undefined
  readonly outcome: Outcome
  /** Answers that changed, in the order of the patch. */
  readonly changes: readonly FieldChange[]
}
