import type Dexie from 'dexie'
import type { SubmitOperation } from '../../domain/records/operation'
import { fail, ok, type Result } from '../../domain/result'
import type { CommuneContext } from '../../protocol/messages'
import type { AccountDatabase } from '../disk/accountDatabase'
import type { CardIndex } from './cards/cardIndex'
import type { Cipher } from '../keys/cipher'
import type { Enrolment } from './devices/enrolment'
import type { Holder } from '../holder'
import type { StorageFailure } from '../ledger'
import { MARK } from '../disk/places'
import { StorageError, storageFailure } from '../storageFailure'

/** What changed, in words other tabs may hear: ids and page numbers, nothing of a person. */
export interface Change {
  readonly ids: readonly string[]
  readonly buckets: readonly number[]
  /** Contexts, holder or enrolments. */
  readonly state: boolean
}

/** An unlocked account, as the parts of its ledger share it. Everything readable is in here and gone after `lock`. */
export interface OpenBook {
  readonly userId: string
  readonly db: AccountDatabase
  readonly now: () => number
  isLocked(): boolean
  /** @throws StorageError `locked` */
  cipher(): Cipher
  readonly cards: CardIndex
  /** Drafts by id: of a record known here, or standing alone (its card is made of the draft). */
  readonly drafts: Map<string, 'alone' | 'onRecord'>
  readonly contexts: Map<string, CommuneContext>
  /** Records that were fetched whole again to be read: they stay whole while the book is open. */
  readonly wholes: Set<string>
  /** Records that have no draft and may get one unasked: they were asked for it to go on with, so that a form may be open, or it was thrown away, which may be taken back. */
  readonly blank: Set<string>
  /** Of refused forms at the server that were read once, by `refusedKey`: what they are of, which their names do not say. */
  readonly refused: Map<string, Pick<SubmitOperation, 'record' | 'base'>>
  /** By device, what drafts are sealed with beside the book. */
  readonly draftKeys: Map<string, Promise<CryptoKey>>
  enrolments: readonly Enrolment[]
  holder: Holder | null
  /** The store is known to have its mark: from then on a store without it was erased. */
  isMarked: boolean
  /** Tells the screens of this tab, and the other tabs. Called after the transaction. */
  changed(change: Partial<Change>): void
}

/** Runs a write or read; expected failures become values, a lost handle is opened again once (protocol rule 23). */
export async function attempt<T>(book: OpenBook, work: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  const first = await settled(book, work)
  if (first.ok || first.error.kind !== 'storageLost') return first
  return (await reopen(book)) ? settled(book, work) : first
}

/** Like `attempt`, where the answer has no room for a failure. @throws StorageError */
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
 * Keeps Dexie, which opens a closed database by itself, from opening one the browser has erased: it would be empty, and
 * writing into it would look like success and be gone at the next lock.
 */
export function refuseErased(book: OpenBook): void {
  const check = async (opened: Dexie): Promise<void> => {
    if (book.isMarked && !(await opened.table('state').get(MARK))) throw new StorageError({ kind: 'storageLost' })
  }
  book.db.on('ready', check, true)
}

/** The device this book writes under in a commune. @throws Error for a commune it is not enrolled in: a bug of the caller */
export function enrolmentOf(book: OpenBook, commune: string): Enrolment {
  const enrolment = book.enrolments.find((candidate) => candidate.code === commune)
  if (!enrolment) throw new Error(`ledger — not enrolled in commune ${commune}`)
  return enrolment
}
