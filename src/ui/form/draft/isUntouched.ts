import { patchBetween } from '../../../domain/records/overlay'
import type { Draft } from '../../../storage/ledger'

/**
 * Whether a draft says no more than when it began. Decisions count as changes too: an offered answer that was confirmed, a twin that was said to be
 * another person.
 * @param begun the draft as it began; `null` = unknown, so the draft counts as touched
 */
export function isUntouched(draft: Draft, begun: Draft | null): boolean {
  if (begun === null || draft.others?.length !== begun.others?.length) return false
  const isConfirmed = Object.entries(draft.told ?? {}).some(([field, mark]) => mark === 'confirmed' && begun.told?.[field] === 'offered')
  return !isConfirmed && isSame(begun.answers, draft.answers) && isSame(begun.reasons, draft.reasons)
}

const isSame = (...[before, after]: Parameters<typeof patchBetween>): boolean => Object.keys(patchBetween(before, after)).length === 0
