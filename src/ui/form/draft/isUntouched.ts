import { patchBetween } from '../../../domain/records/overlay'
import type { Draft } from '../../../storage/ledger'

/** Whether a draft says no more than the correction of its record says when it begins (`null`: there is no record yet). */
export function isUntouched(draft: Draft, begun: Draft | null): boolean {
  return begun !== null && isSame(begun.answers, draft.answers) && isSame(begun.reasons, draft.reasons)
}

const isSame = (...[before, after]: Parameters<typeof patchBetween>): boolean => Object.keys(patchBetween(before, after)).length === 0
