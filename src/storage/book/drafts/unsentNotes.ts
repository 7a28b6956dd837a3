import type { StateRow } from '../../disk/accountDatabase'
import { places, stateKeys } from '../../disk/places'
import { catchUp, notesId, noteRows, sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { unlessSpoilt } from '../../keys/cipher'
import type { Draft, UnsentNotes } from '../../ledger'
import { areItsIds } from '../devices/deviceRows'
import { endSealed, sealedDraft } from './draftSealing'
import type { Enrolment } from '../devices/enrolment'
import type { OpenBook } from '../openBook'
import { unsealDraft } from './unsealDraft'

/*
 * Unsent notes on a record, outside its form. Each field has its own row, so that two tabs writing on one record do not overwrite each other. Notes of a
 * decision end when it carries them and come back when it is refused; others end when their writer deletes them. All notes of one record have one sealed
 * copy beside the book, as a draft does (`draftSealing`).
 */

/** Notes as they are sealed, with the fields the server reads of any draft. An app version that does not know notes leaves them at the server. */
export interface SealedNotes extends Pick<Draft, 'id' | 'commune' | 'base' | 'savedAt'> {
  readonly form: 'notes'
  /** The record they are written on. */
  readonly of: string
  readonly head: { readonly hamlet: string }
  readonly answers: UnsentNotes
}

/** A change of the notes on one record, encrypted before the transaction that writes it. Call both methods inside one on state, sealed drafts and devices. */
export interface NotesChange {
  /** Whether neither the notes nor the device id have changed since they were read. */
  readonly isCurrent: () => Promise<boolean>
  readonly write: () => Promise<void>
}

/** Writes the changed notes. A blank text deletes its note. */
export async function writeNotes(book: OpenBook, record: string, change: UnsentNotes): Promise<UnsentNotes> {
  const { db } = book
  await untilWritten(async () => {
    const made = await notesChange(book, record, () => change)
    const isWritten = await db.transaction('rw', db.state, db.sealedDrafts, db.devices, async () => {
      if (!(await made.isCurrent())) return false
      await made.write()
      return true
    })
    return isWritten || catchUp(book)
  })
  return change
}

/** Removes the notes a decision carries. A note that has changed since then, or is on another question, is not sent yet and stays. */
export function withoutCarried(book: OpenBook, record: string, carried: UnsentNotes): Promise<NotesChange> {
  return notesChange(book, record, (lying) => Object.fromEntries(Object.entries(lying).filter(([field, text]) => text.trim() === carried[field]).map(([field]) => [field, ''])))
}

/** Brings back the notes a refused decision carried. If its writer has begun another note on the same question, that newer one stays. */
export function withRefused(book: OpenBook, record: string, refused: UnsentNotes): Promise<NotesChange> {
  return notesChange(book, record, (lying) => ({ ...refused, ...lying }))
}

async function notesChange(book: OpenBook, record: string, changeOf: (lying: UnsentNotes) => UnsentNotes): Promise<NotesChange> {
  const { db } = book
  const isBlank = (text: string): boolean => text.trim() === ''
  const before = await noteRows(db, record)
  const lying = await openNotes(book, record, before)
  const change = Object.entries(changeOf(lying)).filter(([field, text]) => lying[field] !== text)
  const rows = await Promise.all(change.filter(([, text]) => !isBlank(text)).map(([field, text]) => sealState(book, stateKeys.note(record, field), text)))
  const gone = change.filter(([, text]) => isBlank(text)).map(([field]) => stateKeys.note(record, field))
  const sealed = await sealedNotes(book, record, Object.fromEntries(Object.entries({ ...lying, ...Object.fromEntries(change) }).filter(([, text]) => !isBlank(text))))
  return {
    isCurrent: async () => textOf(await noteRows(db, record)) === textOf(before) && areItsIds(db, sealed ? [sealed.device] : []),
    write: async () => {
      await db.state.bulkPut(rows)
      await db.state.bulkDelete(gone)
      if (sealed) await db.sealedDrafts.put(sealed)
      else await endSealed(book, notesId(record))
    },
  }
}

const textOf = (rows: readonly StateRow[]): string => String(rows.map(({ key, blob }) => `${key}:${String(blob)}`))

/** The sealed copy; `null` if there are no notes, if the hamlet of the record is unknown here, or in a commune without a device. */
export async function sealedNotes(book: OpenBook, record: string, answers: UnsentNotes, enrolments?: readonly Enrolment[]) {
  const card = book.cards.find(record)
  if (!card || Object.keys(answers).length === 0) return null
  const { commune, hamlet } = card
  const notes: SealedNotes = { id: notesId(record), of: record, commune, head: { hamlet }, form: 'notes', base: 0, answers, savedAt: await nextSave(book, record) }
  return sealedDraft(book, notes, enrolments)
}

/** The time at which the notes are saved: later than that of their last sealed copy, even if the clock was set back, as with drafts (decision 0034). */
export async function nextSave(book: OpenBook, record: string): Promise<string> {
  const last = await unsealDraft(book, notesId(record))
  return new Date(Math.max(book.now(), last ? Date.parse(last.savedAt) + 1 : 0)).toISOString()
}

export async function readNotes(book: OpenBook, record: string): Promise<UnsentNotes> {
  return openNotes(book, record, await noteRows(book.db, record))
}

/** Decrypts the notes; a spoilt one is read from the sealed copy. */
async function openNotes(book: OpenBook, record: string, rows: readonly StateRow[]): Promise<UnsentNotes> {
  const opened = await Promise.all(rows.map(({ key, blob }) => unlessSpoilt(book.cipher().open(places.state(key), blob))))
  const sealed = opened.includes(null) ? await unsealDraft(book, notesId(record)) : null
  const fields = rows.map(({ key }) => key.slice(stateKeys.note(record, '').length))
  return Object.fromEntries(fields.map((field, at) => [field, opened[at] ?? sealed?.answers[field]]).filter(([, text]) => typeof text === 'string' && text !== ''))
}

/** Seals notes that are not sealed yet: an earlier version of the app wrote them. Call it when the hamlets of their records are known. Idempotent. */
export async function completeSealedNotes(book: OpenBook, records: Iterable<string>): Promise<void> {
  for (const record of records) {
    const lying = await book.db.sealedDrafts.bulkGet(book.enrolments.map(({ device }): [string, string] => [device, notesId(record)]))
    // An empty change: it only writes the sealed copy.
    if (lying.every((row) => row === undefined)) await writeNotes(book, record, {})
  }
}
