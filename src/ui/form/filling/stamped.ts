import type { Draft } from '../../../storage/ledger'

/**
 * A draft with a new save time, always later than its last one, even if the clock was set back. The server keeps the later of two
 * copies, and that must be the copy typed last (decision 0034).
 */
export const stamped = (draft: Draft, now: number): Draft => ({ ...draft, savedAt: new Date(Math.max(now, Date.parse(draft.savedAt) + 1)).toISOString() })
