import { patchBetween } from '../../../domain/records/overlay'
import type { Draft } from '../../../storage/ledger'

/** Whether a draft says no more than it did when it began (`null`: nobody knows how). Decisions count: what the register told was confirmed, somebody is another. */
export function isUntouched(draft: Draft, begun: Draft | null): boolean {
  if (begun === null || draft.others?.length !== begun.others?.length) return false
  const isConfirmed = Object.entries(draft.told ?? {}).some(([field, mark]) => mark === 'confirmed' && begun.told?.[field] === 'offered')
  return !isConfirmed && isSame(begun.answers, draft.answers) && isSame(begun.reasons, draft.reasons)
}

const isSame = (...[before, after]: Parameters<typeof patchBetween>): boolean => Object.keys(patchBetween(before, after)).length === 0
