import type { Outcome } from '../../domain/records/outcome'
import type { FieldChange } from '../../domain/records/record'

/** What the log keeps beside the operation: nothing for the one that made the record, whose patch is all it changed. */
export function loggedChanges(outcome: Outcome, changes: readonly FieldChange[]): readonly FieldChange[] {
  return isFirst(outcome) ? [] : changes
}

export const isFirst = (outcome: Outcome): boolean => outcome.kind === 'accepted' && outcome.version === 1
