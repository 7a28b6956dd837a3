import { REVOKED_SENDER } from '../../../domain/records/judging/serverWarnings'
import type { RecordState } from '../../../domain/records/recordState'

/** What a revoked device or a disabled account handed in is read with care (protocol rule 29); its next change by others ends that. */
export function markedAsRevoked(state: RecordState): RecordState {
  const { record } = state
  const field = record.kind === 'household' ? 'headName' : 'fullName'
  const others = record.warnings.filter((warning) => warning.id !== REVOKED_SENDER)
  return { ...state, record: { ...record, warnings: [...others, { id: REVOKED_SENDER, severity: 'warning', field }] } }
}
