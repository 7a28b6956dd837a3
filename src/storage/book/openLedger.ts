import type { Result } from '../../domain/result'
import { accountDatabase, type CardPageRow } from '../disk/accountDatabase'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { CardIndex } from './cards/cardIndex'
import { completeDevices } from './devices/deviceRows'
import { completeSealedDrafts } from './drafts/completeDrafts'
import { loadPages, readPages, takePages } from './cards/cardPages'
import type { Cipher } from '../keys/cipher'
import type { Ledger, StorageFailure } from '../ledger'
import { ledgerOf } from './ledgerOf'
import { attempt, refuseErased, type Change, type OpenBook } from './openBook'
import { MARK } from '../disk/places'
import { refreshLocal } from './recordView'
import { loadSealing } from './sealing'
import { loadState, notedRecords } from '../disk/stateRows'
import { partGone, StorageError } from '../storageFailure'
import { tabChannel } from './tabChannel'

export interface OpenInput {
  readonly userId: string
  readonly now: () => number
  readonly port: IndexedDbPort | undefined
  /** Releases the lock that keeps the book from being erased; called when it is closed. */
  readonly letGo: () => void
}

export interface Opened {
  readonly book: OpenBook
  readonly ledger: Ledger
}

/** A book that is still closed. Its card pages are read, still encrypted, while its key is being derived. */
export interface PreparedLedger {
  /** Decrypts into memory what lists need: pages of cards, drafts, waiting operations. Records stay on disk. */
  open(cipher: Cipher): Promise<Result<Opened, StorageFailure>>
  abandon(): void
}

/** Prepares a ledger. The store must exist: opening one that does not would create it. */
export function prepareLedger(input: OpenInput): PreparedLedger {
  const listeners = new Set<() => void>()
  const { book, unlock, lock, follow } = makeBook(input, () => listeners.forEach((listener) => listener()))
  let early: Promise<readonly CardPageRow[]> | null = readPages(book)
  // A failure is handled where the rows are used, with a second try.
  early.catch(() => undefined)
  const rows = (): Promise<readonly CardPageRow[]> => {
    const read = early ?? readPages(book)
    early = null
    return read
  }
  const open = async (cipher: Cipher): Promise<Result<Opened, StorageFailure>> => {
    unlock(cipher)
    // Loaded early. If that fails, it is loaded again where it is needed, and a failure is handled there.
    loadSealing().catch(() => undefined)
    const opened = await attempt(book, async () => {
      book.isMarked = (await book.db.state.get(MARK)) !== undefined
      await loadState(book)
      await completeDevices(book)
      await attempt(book, () => completeSealedDrafts(book))
      await attempt(book, () => completePhotos(book))
      await takePages(book, await rows())
      await refreshLocal(book, await idsAtWork(book))
      await attempt(book, () => completeNotes(book))
      await follow()
      return { book, ledger: ledgerOf(book, listeners, lock) }
    })
    if (!opened.ok) lock()
    return opened
  }
  return { open, abandon: lock }
}

async function completeNotes(book: OpenBook): Promise<void> {
  const noted = await notedRecords(book.db)
  if (noted.size > 0) await (await import('./drafts/unsentNotes').catch(partGone)).completeSealedNotes(book, noted)
}

/** Hardly any book still has photos of an earlier version, so the code that updates them is loaded only if there are some. */
async function completePhotos(book: OpenBook): Promise<void> {
  const count = await book.db.photos.filter(({ keptAt, ofDraft, sealed }) => sealed === undefined || (keptAt === undefined && !ofDraft)).count()
  if (count === 0) return
  const { completeDraftPhotos, completeSealedPhotos } = await import('./photos/completePhotos').catch(partGone)
  await attempt(book, () => completeDraftPhotos(book))
  await completeSealedPhotos(book)
}

interface MadeBook {
  readonly book: OpenBook
  readonly unlock: (cipher: Cipher) => void
  readonly lock: () => void
  /** Applies what other tabs wrote while this one was reading, and from then on what they write. */
  readonly follow: () => Promise<void>
}

function makeBook({ userId, now, port, letGo }: OpenInput, notify: () => void): MadeBook {
  let open: Cipher | null = null
  let heard: Change[] | null = []
  const channel = tabChannel(userId, (change) => {
    if (heard) heard.push(change)
    else void attempt(book, () => takeOver(book, change)).then(notify)
  }, () => lock())
  const book: OpenBook = {
    userId, now,
    db: accountDatabase(userId, port),
    isLocked: () => open === null,
    cipher() {
      if (!open) throw new StorageError({ kind: 'locked' })
      return open
    },
    cards: new CardIndex(), drafts: new Map(), contexts: new Map(), wholes: new Set(), blank: new Set(), edited: new Map(), unwritten: new Map(),
    refused: new Map(), draftKeys: new Map(), enrolments: [], holder: null, isMarked: false,
    changed(change) {
      notify()
      if (open) channel.tell({ ids: [], buckets: [], state: false, ...change })
    },
  }
  refuseErased(book)
  const lock = (): void => {
    open = null
    channel.close()
    forgetReadable(book)
    letGo()
    notify()
  }
  const follow = async (): Promise<void> => {
    const missed = heard ?? []
    heard = null
    for (const change of missed) await takeOver(book, change)
  }
  return { book, unlock: (cipher) => { open = cipher }, lock, follow }
}

function forgetReadable(book: OpenBook): void {
  book.cards.close()
  book.drafts.clear()
  book.contexts.clear()
  book.wholes.clear()
  book.blank.clear()
  book.edited.clear()
  book.unwritten.clear()
  book.refused.clear()
  book.draftKeys.clear()
  book.enrolments = []
  book.holder = null
  book.db.close()
}

/** Reads what another tab wrote. */
async function takeOver(book: OpenBook, { ids, buckets, state }: Change): Promise<void> {
  if (state) await loadState(book)
  if (buckets.length > 0) await loadPages(book, buckets)
  await refreshLocal(book, ids)
}

async function idsAtWork({ db }: OpenBook): Promise<readonly string[]> {
  return [...(await db.drafts.toCollection().primaryKeys()), ...((await db.outbox.orderBy('record').uniqueKeys()) as unknown as string[])]
}
