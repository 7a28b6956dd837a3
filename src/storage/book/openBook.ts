import type Dexie from 'dexie'
import type { SubmitOperation } from '../../domain/records/operation'
import { fail, ok, type Result } from '../../domain/result'
import type { CommuneContext } from '../../protocol/messages'
import type { AccountDatabase } from '../disk/accountDatabase'
import type { CardIndex } from './cards/cardIndex'
import type { Cipher } from '../keys/cipher'
import type { Enrolment } from './devices/enrolment'
import type { Holder } from '../holder'
import type { Draft, StorageFailure, UnsentNotes } from '../ledger'
import { MARK } from '../disk/places'
import { StorageError, storageFailure } from '../storageFailure'

/** What changed, as told to other tabs: ids and page numbers, no person's data. */
export interface Change {
  readonly ids: readonly string[]
  readonly buckets: readonly number[]
  /** Contexts, holder or enrolments changed. */
  readonly state: boolean
}

/** What this tab knows of a draft. Another tab may have written it since. */
export interface EditedDraft {
  /** The row as this tab last read or wrote it; `undefined` = there was none. */
  readonly blob: Uint8Array | undefined
  readonly stored: Draft | null
  /** The state last given by the screen, or shown to it. It differs from `stored` if changes of another tab were merged in, which no screen here shows. */
  readonly given: Draft | null
}

/** An unlocked account, shared by the parts of its ledger. All readable data is in here and is gone after `lock`. */
export interface OpenBook {
  readonly userId: string
  readonly db: AccountDatabase
  readonly now: () => number
  isLocked(): boolean
  /** @throws StorageError `locked` */
  cipher(): Cipher
  readonly cards: CardIndex
  /** Ids of drafts: `onRecord` = of a record known here, `alone` = its card is made from the draft. */
  readonly drafts: Map<string, 'alone' | 'onRecord'>
  readonly contexts: Map<string, CommuneContext>
  /** Records fetched whole again for reading: they are not shrunk while the book is open. */
  readonly wholes: Set<string>
  /** Records without a draft on which no rescued draft may be restored: a form may be open on them, or their draft was thrown away and may be taken back. */
  readonly blank: Set<string>
  /** By record, the drafts read or written here since the book was opened. */
  readonly edited: Map<string, EditedDraft>
  /** By record, the unsent notes that the disk did not take. Every later write of the record writes them, too. */
  readonly unwritten: Map<string, UnsentNotes>
  /** Refused forms at the server that were read once, by `refusedKey`: their record and base, which their names do not say. */
  readonly refused: Map<string, Pick<SubmitOperation, 'record' | 'base'>>
  /** By device, the key its drafts are sealed with. */
  readonly draftKeys: Map<string, Promise<CryptoKey>>
  enrolments: readonly Enrolment[]
  holder: Holder | null
  /** The store had its mark (`MARK`). If the mark is missing later, the browser erased the store. */
  isMarked: boolean
  /** Tells the screens of this tab and the other tabs. Call it after the transaction. */
  changed(change: Partial<Change>): void
}

/** Runs a read or write. Expected failures become values; a lost database connection is reopened once (S23). @throws bugs */
export async function attempt<T>(book: OpenBook, work: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  const first = await settled(book, work)
  if (first.ok || first.error.kind !== 'storageLost') return first
  return (await reopen(book)) ? settled(book, work) : first
}

/** Like `attempt`, for results that cannot carry a failure. @throws StorageError */
export async function insist<T>(book: OpenBook, work: () => Promise<T>): Promise<T> {
  const done = await attempt(book, work)
  if (!done.ok) throw new StorageError(done.error)
  return done.value
}

async function settled<T>(book: OpenBook, work: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  if (book.isLocked()) return fail({ kind: 'locked' })
  try {
    return ok(await work())
  } catch (error) {
    if (book.isLocked()) return fail({ kind: 'locked' })
    const failure = storageFailure(error)
    if (!failure) throw error
    return fail(failure)
  }
}

async function reopen({ db }: OpenBook): Promise<boolean> {
  try {
    db.close({ disableAutoOpen: false })
    await db.open()
    return true
  } catch {
    return false
  }
}

/**
 * Dexie reopens a closed database by itself. This keeps it from opening one the browser has erased: that would be empty, and writes to it would seem to
 * succeed and be lost at the next lock.
 */
export function refuseErased(book: OpenBook): void {
  const check = async (opened: Dexie): Promise<void> => {
    if (book.isMarked && !(await opened.table('state').get(MARK))) throw new StorageError({ kind: 'storageLost' })
  }
  book.db.on('ready', check, true)
}

/** The enrolment this book uses in a commune. @throws Error for a commune it is not enrolled in: a bug of the caller */
export function enrolmentOf(book: OpenBook, commune: string): Enrolment {
  const enrolment = book.enrolments.find((candidate) => candidate.code === commune)
  if (!enrolment) throw new Error(`ledger — not enrolled in commune ${commune}`)
  return enrolment
}
