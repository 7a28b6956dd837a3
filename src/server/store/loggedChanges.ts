import type { Outcome } from '../../domain/records/outcome'
import type { FieldChange } from '../../domain/records/record'

/** The changes that the log stores besides the operation. None for the operation that made the record: its patch is all it changed. */
export function loggedChanges(outcome: Outcome, changes: readonly FieldChange[]): readonly FieldChange[] {
  return isFirst(outcome) ? [] : changes
}

/** Whether the record had its first version after the operation: the operation made it, or changed nothing in it. */
export const isFirst = (outcome: Outcome): boolean => outcome.kind === 'accepted' && outcome.version === 1
