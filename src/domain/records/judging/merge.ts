import type { Patch } from '../changes'
import { changesOf } from '../changes'
import type { FieldChange } from '../record'
import type { RecordState } from '../recordState'
import { isWrittenByOthers } from '../writers'

export interface Merge {
  /** Changes that may be applied. */
  readonly free: readonly FieldChange[]
  /** Changes of fields to which another device wrote another value after the author's base (S15). */
  readonly overlapping: readonly FieldChange[]
}

/**
 * Compares a patch with what happened since its base, field by field. The same value from two sides is no conflict, and
 * two operations of one device never conflict with each other (S16).
 */
export function mergePatch(state: RecordState, patch: Patch, base: number, device: string): Merge {
  const changes = changesOf(state.record.answers, patch)
  const overlaps = (change: FieldChange) => isWrittenByOthers(state, change.field, base, device)
  return { free: changes.filter((change) => !overlaps(change)), overlapping: changes.filter(overlaps) }
}
