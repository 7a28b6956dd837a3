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
  /** The book is held against being erased until it is closed. */
  readonly letGo: () => void
}

export interface Opened {
  readonly book: OpenBook
  readonly ledger: Ledger
}

/** A book still closed: its pages are being read, encrypted as they are, while its key is being worked out. */
export interface PreparedLedger {
  /** Decrypts what lists need into memory: pages of cards, drafts, waiting operations. Records stay on disk. */
  open(cipher: Cipher): Promise<Result<Opened, StorageFailure>>
  abandon(): void
}

/** The store must exist: opening one that does not would make it. */
export function prepareLedger(input: OpenInput): PreparedLedger {
  const listeners = new Set<() => void>()
  const { book, unlock, lock, follow } = makeBook(input, () => listeners.forEach((listener) => listener()))
  let early: Promise<readonly CardPageRow[]> | null = readPages(book)
  // A failure is met where the rows are taken, with a second try there.
  early.catch(() => undefined)
  const rows = (): Promise<readonly CardPageRow[]> => {
    const read = early ?? readPages(book)
    early = null
    return read
  }
  const open = async (cipher: Cipher): Promise<Result<Opened, StorageFailure>> => {
    unlock(cipher)
    // Missed here, it is asked for again where it is needed, and the failure met there.
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

/** Hardly any book has photos of an earlier version: what brings them up to date is fetched where there are some. */
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
  /** Takes what other tabs wrote while this one was reading, and from then on what they write. */
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
    cards: new CardIndex(), drafts: new Map(), contexts: new Map(), wholes: new Set(), blank: new Set(), refused: new Map(), draftKeys: new Map(), enrolments: [], holder: null, isMarked: false,
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
  book.refused.clear()
  book.draftKeys.clear()
  book.enrolments = []
  book.holder = null
  book.db.close()
}

/** Another tab wrote: read what it wrote. */
async function takeOver(book: OpenBook, { ids, buckets, state }: Change): Promise<void> {
  if (state) await loadState(book)
  if (buckets.length > 0) await loadPages(book, buckets)
  await refreshLocal(book, ids)
}

async function idsAtWork({ db }: OpenBook): Promise<readonly string[]> {
  return [...(await db.drafts.toCollection().primaryKeys()), ...((await db.outbox.orderBy('record').uniqueKeys()) as unknown as string[])]
}
