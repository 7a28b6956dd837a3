import { stateKeys } from '../disk/places'
import { readState, sealState } from '../disk/stateRows'
import type { UnsentNotes } from '../ledger'
import type { OpenBook } from './openBook'

/*
 * Notes somebody is writing on a record outside its form, before they are sent: a row per field, so that two tabs that write on
 * one record take nothing from each other. Those of a return end with the decision, others when their writer takes them away.
 */

/** Blank text takes the note away. */
export async function writeNotes(book: OpenBook, record: string, notes: UnsentNotes): Promise<UnsentNotes> {
  const fields = Object.entries(notes)
  const rows = await Promise.all(fields.filter(([, text]) => text.trim() !== '').map(([field, text]) => sealState(book, stateKeys.note(record, field), text)))
  const gone = fields.filter(([, text]) => text.trim() === '').map(([field]) => stateKeys.note(record, field))
  await book.db.transaction('rw', book.db.state, async () => {
    await book.db.state.bulkPut(rows)
    await book.db.state.bulkDelete(gone)
  })
  return notes
}

export async function readNotes(book: OpenBook, record: string): Promise<UnsentNotes> {
  const prefix = stateKeys.note(record, '')
  const keys = await book.db.state.where('key').startsWith(prefix).primaryKeys()
  const notes = await Promise.all(keys.map(async (key) => [key.slice(prefix.length), (await readState<string>(book, key)) ?? ''] as const))
  return Object.fromEntries(notes.filter(([, text]) => text !== ''))
}

/** Inside the transaction that queues the decision. */
export async function endNotes({ db }: OpenBook, record: string): Promise<void> {
  await db.state.where('key').startsWith(stateKeys.note(record, '')).delete()
}
