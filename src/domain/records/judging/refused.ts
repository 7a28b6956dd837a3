import type { Finding } from '../../forms/checking/finding'
import type { RefusalReason } from '../outcome'
import type { Applied, RecordState } from '../recordState'

/** The record stays as it is; the author keeps the operation with the reason. */
export function refused(state: RecordState | undefined, reason: RefusalReason, findings?: readonly Finding[]): Applied {
  return { state, outcome: { kind: 'refused', reason, ...(findings ? { findings } : {}) }, changes: [] }
}
