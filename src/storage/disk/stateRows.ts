import Dexie from 'dexie'
import type { CommuneContext } from '../../protocol/messages'
import type { AccountDatabase, StateRow } from './accountDatabase'
import type { Enrolment } from '../book/devices/enrolment'
import type { Holder } from '../holder'
import type { OpenBook } from '../book/openBook'
import { StorageError } from '../storageFailure'
import { unlessSpoilt } from '../keys/cipher'
import { places, stateKeys } from './places'

/** A value of the `state` table as it goes to disk. Encrypt first, then write: no transaction survives the wait. */
export async function sealState(book: OpenBook, key: string, value: unknown): Promise<StateRow> {
  return { key, blob: await book.cipher().seal(places.state(key), value) }
}

/** `null` = there is none, or nobody can read it: but for the keys, all that is kept so can be asked for again. */
export function readState<T>(book: OpenBook, key: string): Promise<T | null> {
  return unlessSpoilt(openState<T>(book, key))
}

async function openState<T>(book: OpenBook, key: string): Promise<T | null> {
  const row = await book.db.state.get(key)
  return row ? ((await book.cipher().open(places.state(key), row.blob)) as T) : null
}

/** Ids of the records with unsent notes, read from the keys alone: also while the book is shut. */
export async function notedRecords(db: AccountDatabase): Promise<ReadonlySet<string>> {
  const keys = await db.state.where('key').startsWith(stateKeys.notes).primaryKeys()
  return new Set(keys.map((key) => key.slice(stateKeys.notes.length, key.indexOf(':', stateKeys.notes.length))))
}

export const noteRows = (db: AccountDatabase, record: string): Promise<StateRow[]> => db.state.where('key').startsWith(stateKeys.note(record, '')).toArray()

/** Under which the notes of a record lie sealed, beside its draft: a UUID of our own making (RFC 9562 version 8) of the record's. */
export const notesId = (record: string): string => `${record.slice(0, 14)}8${record.slice(15)}`

/** @throws SpoiltValue where nobody can read them: without them the book is shut */
async function loadEnrolments(book: OpenBook): Promise<void> {
  book.enrolments = (await openState<readonly Enrolment[]>(book, stateKeys.enrolments)) ?? []
}

/**
 * The enrolments as they lie on the disk, into memory: another tab may have taken another id or added a commune, and its word of that still be
 * on its way. For a write of enrolments, or of what is sealed under them.
 * @returns asked inside a transaction on `state`: whether they still lie there as they were read
 * @throws StorageError `storageLost` where the book was forgotten meanwhile
 */
export async function latestEnrolments(book: OpenBook): Promise<() => Promise<boolean>> {
  const textNow = async (): Promise<string> => String((await book.db.state.get(stateKeys.enrolments))?.blob)
  const text = await textNow()
  await loadEnrolments(book)
  if (book.enrolments.length === 0) throw new StorageError({ kind: 'storageLost' })
  return async () => (await textNow()) === text
}

/** After a write that met a change. @throws StorageError `storageLost` where the book was forgotten meanwhile */
export async function catchUp(book: OpenBook): Promise<void> {
  await latestEnrolments(book)
}

/** Enrolments, holder and contexts into memory. */
export async function loadState(book: OpenBook): Promise<void> {
  await loadEnrolments(book)
  book.holder = await readState<Holder>(book, stateKeys.holder)
  const contexts = await book.db.state.where('key').between(stateKeys.context(''), stateKeys.context('\uffff')).primaryKeys()
  for (const key of contexts) {
    const context = await readState<CommuneContext>(book, key)
    if (context) book.contexts.set(key.slice(stateKeys.context('').length), context)
  }
}

/** All keys that begin with the given parts of a compound index. */
export const rangeOf = (...parts: readonly string[]): [readonly unknown[], readonly unknown[]] => [[...parts, Dexie.minKey], [...parts, Dexie.maxKey]]
