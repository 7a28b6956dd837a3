import type { DraftRow } from '../../disk/accountDatabase'
import type { Draft, SubmitInput } from '../../ledger'
import type { EditedDraft, OpenBook } from '../openBook'
import type { RecordView } from '../recordView'
import { saysSame } from './mergeDraft'

/*
 * What this tab knows of the drafts it reads and writes (`EditedDraft`), compared with the disk: a draft that another tab has changed must not be
 * overwritten, sent or thrown away by a screen that does not show the change.
 */

export const unread: EditedDraft = { blob: undefined, stored: null, given: null }

/** Remembers a draft that is now shown for editing. */
export function showsDraft({ edited }: OpenBook, { id, draft, rows }: RecordView): void {
  edited.set(id, { blob: rows.draft?.blob, stored: draft, given: draft })
}

/** Whether the draft, as far as this tab knows, is stored and says just this. */
export function isKnownAs({ edited }: OpenBook, draft: Draft): boolean {
  const stored = edited.get(draft.id)?.stored
  return stored != null && saysSame(stored, draft)
}

/** Remembers that this tab ended the draft. Only what is typed after `last` is still to be written. */
export function endedDraft({ edited }: OpenBook, last: Draft | SubmitInput): void {
  const given = edited.get(last.id)?.given ?? { base: 0, savedAt: new Date(0).toISOString(), ...last }
  edited.set(last.id, { blob: undefined, stored: null, given })
}

/** Whether the row is the one with this blob: sealing the same draft again makes other bytes. */
export function isRow(row: DraftRow | undefined, blob: Uint8Array | undefined): boolean {
  if (row === undefined || blob === undefined) return row?.blob === blob
  return row.blob.length === blob.length && row.blob.every((byte, at) => byte === blob[at])
}

/** Call it inside a transaction on drafts: whether the draft on disk says what the screens of this tab show. */
export async function isShownHere({ db, edited }: OpenBook, id: string): Promise<boolean> {
  const { blob, stored, given } = edited.get(id) ?? unread
  return isRow(await db.drafts.get(id), blob) && (stored === null || stored === given || (given !== null && saysSame(stored, given)))
}

/** The same, before the draft is ended. @throws ChangedElsewhere */
export async function insistShownHere(book: OpenBook, id: string): Promise<void> {
  if (!(await isShownHere(book, id))) throw new ChangedElsewhere()
}

class ChangedElsewhere extends Error {
  override readonly name = 'ChangedElsewhere'
}

/** The result of work that ends a draft, or `instead` if the draft is not as shown here. */
export async function unlessChanged<T, R>(work: Promise<T>, instead: R): Promise<T | R> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ChangedElsewhere) return instead
    throw error
  }
}
