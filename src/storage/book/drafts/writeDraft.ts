import { lastSaid } from '../../../domain/records/overlay'
import { cardOf } from '../../../domain/records/cards/cardOf'
import type { Draft } from '../../ledger'
import type { DraftRow } from '../../disk/accountDatabase'
import { places } from '../../disk/places'
import { putRows } from '../../disk/putRows'
import { catchUp } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { sealedDraft } from './draftSealing'
import { isRow, unread } from './editedDrafts'
import { broughtBack, goesOn, mergeDraft, saysSame } from './mergeDraft'
import type { EditedDraft, OpenBook } from '../openBook'
import { readView, refreshLocal } from '../recordView'

/**
 * Writes what the screen changed in a draft since this tab last read or wrote it. If another tab has written the draft since, the changes are merged into
 * it. If nothing changed, nothing is written: a tab in which nobody types must not undo what another one wrote, sent or discarded.
 */
export async function writeDraft(book: OpenBook, draft: Draft): Promise<Draft> {
  const { id } = draft
  const isWritten = await untilWritten(async () => {
    const { stored, given } = book.edited.get(id) ?? unread
    if (given && given.place === draft.place && saysSame(given, draft)) return 'same'
    const next = stored === null ? (given ? await begunAnew(book, given, draft) : draft) : stored === given ? draft : mergeDraft(stored, given, draft)
    return (await put(book, next, draft)) ? 'written' : undefined
  })
  if (isWritten === 'written') await show(book, draft)
  return draft
}

/** Writes a discarded draft again. If something was typed since, the draft is merged below it. */
export async function restoreDraft(book: OpenBook, discarded: Draft): Promise<Draft> {
  await untilWritten(async () => {
    const { stored, given } = await readDraft(book, discarded.id)
    return (await put(book, stored ? broughtBack(stored, discarded) : discarded, given)) || undefined
  })
  await show(book, discarded)
  return discarded
}

/** Reads the draft again after another tab wrote it. What this tab gave last stays as it was. */
async function readDraft(book: OpenBook, id: string): Promise<EditedDraft> {
  const { draft, rows } = await readView(book, id)
  const { blob, stored, given } = book.edited.get(id) ?? unread
  const known = { blob: rows.draft?.blob, stored: isRow(rows.draft, blob) ? stored : draft, given }
  book.edited.set(id, known)
  return known
}

/** The draft ended elsewhere while it is still open here. What was sent is corrected by what changes from now on; what was discarded goes on. */
async function begunAnew(book: OpenBook, given: Draft, draft: Draft): Promise<Draft> {
  const { server, operations } = await readView(book, draft.id)
  return server || operations.length > 0 ? goesOn(lastSaid(server, operations).answers, server?.version ?? 0, given, draft) : draft
}

/** @returns false if another tab wrote the draft in the meantime, or the book changed its device id: both were read again */
async function put(book: OpenBook, draft: Draft, given: Draft | null): Promise<boolean> {
  const { id } = draft
  const before = book.edited.get(id)?.blob
  const [blob, sealed] = await Promise.all([book.cipher().seal(places.draft(id), draft), sealedDraft(book, draft)])
  const rows = { drafts: { id, blob } satisfies DraftRow, ...(sealed && { sealedDrafts: sealed }) }
  const isPut = await putRows(book.db, rows, [
    { table: 'drafts', key: id, isMet: (row) => isRow(row as DraftRow | undefined, before) },
    ...(sealed ? [{ table: 'devices', key: sealed.device, isMet: (row: unknown) => row !== undefined }] : []),
  ])
  if (isPut) book.edited.set(id, { blob, stored: draft, given: given && saysSame(given, draft) ? draft : given })
  else await Promise.all([catchUp(book), readDraft(book, id)])
  return isPut
}

async function show(book: OpenBook, draft: Draft): Promise<void> {
  const { id, commune } = draft
  const known = book.drafts.get(id)
  if (known === 'alone') book.cards.setLocal(id, cardOf({ id, commune, server: null, operations: [], draft }))
  if (known === undefined) await refreshLocal(book, [id])
  book.changed({ ids: [id] })
}
