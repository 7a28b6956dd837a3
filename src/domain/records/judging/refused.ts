import type { Finding } from '../../forms/checking/finding'
import type { RefusalReason } from '../outcome'
import type { Applied, RecordState } from '../recordState'

/** A refusal. The record stays as it is; the author keeps the operation and sees the reason. */
export function refused(state: RecordState | undefined, reason: RefusalReason, findings?: readonly Finding[]): Applied {
  return { state, outcome: { kind: 'refused', reason, ...(findings ? { findings } : {}) }, changes: [] }
}
