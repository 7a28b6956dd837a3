import type { Draft, Ledger } from '../../../storage/ledger'

/*
 * New drafts as they began, by record id. A new draft that is left unchanged is removed. This list is kept while the book is open and never on
 * the disk. For a draft of an earlier sitting nobody knows how it began, so that draft stays.
 */
const begun = new WeakMap<Ledger, Map<string, Draft>>()

/** Remembers how a new draft began, until the book is closed. */
export function rememberBegun(ledger: Ledger, draft: Draft): void {
  begun.set(ledger, (begun.get(ledger) ?? new Map<string, Draft>()).set(draft.id, draft))
}

/** The new draft as it began in this sitting; `null` = it did not begin in this sitting. */
export const begunHere = (ledger: Ledger, id: string): Draft | null => begun.get(ledger)?.get(id) ?? null
