import type { Finding } from '../../../domain/forms/checking/finding'
import { standingReasons } from '../../../domain/records/judging/serverWarnings'
import type { RecordState } from '../../../domain/records/recordState'

/** The record a warning is about, beside the one that has it. */
interface Other {
  readonly commune: string
  readonly record: string
}

export type WarningKind = Pick<Finding, 'id' | 'field'>

/** The record that this warning on a record names; `undefined` = it has none. */
export function namedBy({ record: { warnings } }: RecordState, { id }: WarningKind): string | undefined {
  const named = warnings.find((warning) => warning.id === id)?.data?.record
  return named === undefined ? undefined : String(named)
}

/** The record with this warning of the server about another one, or without it; the state given where it says that already. The reason given for another warning goes with it. */
export function renewWarning(state: RecordState, { id, field }: WarningKind, other: Other | undefined): RecordState {
  const { record } = state
  if (namedBy(state, { id, field }) === other?.record) return state
  const fresh: readonly Finding[] = other ? [{ id, severity: 'warning', field, data: { commune: other.commune, record: other.record } }] : []
  const warnings = [...record.warnings.filter((warning) => warning.id !== id), ...fresh]
  return { ...state, record: { ...record, warnings, reasons: standingReasons(record.reasons, warnings) } }
}
