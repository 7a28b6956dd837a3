import { REVOKED_SENDER } from '../../../domain/records/judging/serverWarnings'
import type { RecordState } from '../../../domain/records/recordState'

/** Adds the warning that the record was handed in by a revoked device or a disabled account (S29). The next change by somebody else removes it. */
export function markedAsRevoked(state: RecordState): RecordState {
  const { record } = state
  const field = record.kind === 'household' ? 'headName' : 'fullName'
  const others = record.warnings.filter((warning) => warning.id !== REVOKED_SENDER)
  return { ...state, record: { ...record, warnings: [...others, { id: REVOKED_SENDER, severity: 'warning', field }] } }
}
