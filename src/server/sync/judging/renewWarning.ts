import type { Finding } from '../../../domain/forms/checking/finding'
import { standingReasons } from '../../../domain/records/judging/serverWarnings'
import type { RecordState } from '../../../domain/records/recordState'

/** The other record that a warning names. */
interface Other {
  readonly commune: string
  readonly record: string
}

export type WarningKind = Pick<Finding, 'id' | 'field'>

/** The id of the record that this warning names. `undefined` = the record has no such warning. */
export function namedBy({ record: { warnings } }: RecordState, { id }: WarningKind): string | undefined {
  const named = warnings.find((warning) => warning.id === id)?.data?.record
  return named === undefined ? undefined : String(named)
}

/**
 * Replaces this warning by one that names `other`, or removes it. The reason that was given for the old warning is removed with it.
 * @returns the given state itself if nothing changes
 */
export function renewWarning(state: RecordState, { id, field }: WarningKind, other: Other | undefined): RecordState {
  const { record } = state
  if (namedBy(state, { id, field }) === other?.record) return state
  const fresh: readonly Finding[] = other ? [{ id, severity: 'warning', field, data: { commune: other.commune, record: other.record } }] : []
  const warnings = [...record.warnings.filter((warning) => warning.id !== id), ...fresh]
  return { ...state, record: { ...record, warnings, reasons: standingReasons(record.reasons, warnings) } }
}
