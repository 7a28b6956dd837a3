import Dexie from 'dexie'
import type { CommuneContext } from '../../protocol/messages'
import type { AccountDatabase, StateRow } from './accountDatabase'
import type { Enrolment } from '../book/devices/enrolment'
import type { Holder } from '../holder'
import type { OpenBook } from '../book/openBook'
import { StorageError } from '../storageFailure'
import { unlessSpoilt } from '../keys/cipher'
import { places, stateKeys } from './places'

/** Encrypts a value for the `state` table. Call it before the transaction that writes the row: no transaction survives the wait. */
export async function sealState(book: OpenBook, key: string, value: unknown): Promise<StateRow> {
  return { key, blob: await book.cipher().seal(places.state(key), value) }
}

/** `null` = there is none, or it is spoilt. Everything read this way, except the keys, can be obtained again. */
export function readState<T>(book: OpenBook, key: string): Promise<T | null> {
  return unlessSpoilt(openState<T>(book, key))
}

async function openState<T>(book: OpenBook, key: string): Promise<T | null> {
  const row = await book.db.state.get(key)
  return row ? ((await book.cipher().open(places.state(key), row.blob)) as T) : null
}

/** Ids of the records with unsent notes. Read from the keys alone, so also while the book is closed. */
export async function notedRecords(db: AccountDatabase): Promise<ReadonlySet<string>> {
  const keys = await db.state.where('key').startsWith(stateKeys.notes).primaryKeys()
  return new Set(keys.map((key) => key.slice(stateKeys.notes.length, key.indexOf(':', stateKeys.notes.length))))
}

export const noteRows = (db: AccountDatabase, record: string): Promise<StateRow[]> => db.state.where('key').startsWith(stateKeys.note(record, '')).toArray()

/** Id under which the notes of a record are sealed: the record's UUID changed to version 8 (RFC 9562), so that it differs from the id of its draft. */
export const notesId = (record: string): string => `${record.slice(0, 14)}8${record.slice(15)}`

/** @throws SpoiltValue if they cannot be read: without them the book cannot be opened */
async function loadEnrolments(book: OpenBook): Promise<void> {
  book.enrolments = (await openState<readonly Enrolment[]>(book, stateKeys.enrolments)) ?? []
}

/**
 * Loads the enrolments from disk into memory: another tab may have changed the device id or added a commune without its message having arrived yet. Call
 * it before writing enrolments or anything sealed under them.
 * @returns a check for use inside a transaction on `state`: whether they are still as loaded
 * @throws StorageError `storageLost` if the book was forgotten in the meantime
 */
export async function latestEnrolments(book: OpenBook): Promise<() => Promise<boolean>> {
  const textNow = async (): Promise<string> => String((await book.db.state.get(stateKeys.enrolments))?.blob)
  const text = await textNow()
  await loadEnrolments(book)
  if (book.enrolments.length === 0) throw new StorageError({ kind: 'storageLost' })
  return async () => (await textNow()) === text
}

/** Loads the enrolments again after a write that met a change. @throws StorageError `storageLost` if the book was forgotten in the meantime */
export async function catchUp(book: OpenBook): Promise<void> {
  await latestEnrolments(book)
}

/** Loads enrolments, holder and contexts into memory. */
export async function loadState(book: OpenBook): Promise<void> {
  await loadEnrolments(book)
  book.holder = await readState<Holder>(book, stateKeys.holder)
  const contexts = await book.db.state.where('key').between(stateKeys.context(''), stateKeys.context('\uffff')).primaryKeys()
  for (const key of contexts) {
    const context = await readState<CommuneContext>(book, key)
    if (context) book.contexts.set(key.slice(stateKeys.context('').length), context)
  }
}

/** The range of all keys that begin with the given parts of a compound index. */
export const rangeOf = (...parts: readonly string[]): [readonly unknown[], readonly unknown[]] => [[...parts, Dexie.minKey], [...parts, Dexie.maxKey]]
