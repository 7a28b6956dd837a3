import type { Draft } from '../../../storage/ledger'

/**
 * A draft saved now, and later than before whatever the clock says: the server keeps the later of two copies, and what was typed
 * after the clock was set back is the later one (decision 0034).
 */
export const stamped = (draft: Draft, now: number): Draft => ({ ...draft, savedAt: new Date(Math.max(now, Date.parse(draft.savedAt) + 1)).toISOString() })
