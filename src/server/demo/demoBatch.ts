import type { Operation } from '../../domain/records/operation'
import type { Instant } from '../../domain/time'
import type { CrewKey } from './history/crew'

/** One sync run of the past: what a person's device sent and when it arrived. */
export interface DemoBatch {
  readonly by: CrewKey
  /** It is the first list, imported by the administrator through the commune's import device. */
  readonly isImport: boolean
  readonly run: string
  readonly receivedAt: Instant
  readonly ops: readonly Operation[]
}
