import type { Finding } from '../../../domain/forms/checking/finding'
import type { RecordState } from '../../../domain/records/recordState'

/** The record a warning is about, beside the one that has it. */
interface Other {
  readonly commune: string
  readonly record: string
}

/** The record with this warning of the server about another one, or without it when there is no other one any more. */
export function renewWarning(state: RecordState, { id, field }: Pick<Finding, 'id' | 'field'>, other: Other | undefined): RecordState {
  const rest = state.record.warnings.filter((warning) => warning.id !== id)
  if (!other && rest.length === state.record.warnings.length) return state
  const fresh: readonly Finding[] = other ? [{ id, severity: 'warning', field, data: { commune: other.commune, record: other.record } }] : []
  return { ...state, record: { ...state.record, warnings: [...rest, ...fresh] } }
}
