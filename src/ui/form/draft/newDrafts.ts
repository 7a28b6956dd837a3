import type { Draft, Ledger } from '../../../storage/ledger'

/*
 * New drafts as they were begun by a press, by their id: one that is left as it began is ended. Kept as long as the book is open and never on the
 * disk: of a draft of an earlier sitting nobody knows any more what its author did to it, so it stays.
 */
const begun = new WeakMap<Ledger, Map<string, Draft>>()

export function rememberBegun(ledger: Ledger, draft: Draft): void {
  begun.set(ledger, (begun.get(ledger) ?? new Map<string, Draft>()).set(draft.id, draft))
}

/** As it began in this sitting; `null` = it was not begun there. */
export const begunHere = (ledger: Ledger, id: string): Draft | null => begun.get(ledger)?.get(id) ?? null
