import type { Result } from '../../domain/result'
import { accountDatabase } from '../disk/accountDatabase'
import type { IndexedDbPort } from '../disk/databaseOptions'
import { CardIndex } from './cardIndex'
import { loadPages } from './cardPages'
import type { Cipher } from '../keys/cipher'
import type { Ledger, StorageFailure } from '../ledger'
import { ledgerOf } from './ledgerOf'
import { attempt, refuseErased, type Change, type OpenBook } from './openBook'
import { MARK } from '../disk/places'
import { refreshLocal } from './recordView'
import { loadState } from '../disk/stateRows'
import { StorageError } from '../storageFailure'
import { tabChannel } from './tabChannel'

export interface OpenInput {
  readonly userId: string
  readonly cipher: Cipher
  readonly now: () => number
  readonly port: IndexedDbPort | undefined
}

export interface Opened {
  readonly book: OpenBook
  readonly ledger: Ledger
}

/** Decrypts what lists need into memory: pages of cards, drafts, waiting operations. Records stay on disk. */
export async function openLedger(input: OpenInput): Promise<Result<Opened, StorageFailure>> {
  const listeners = new Set<() => void>()
  const { book, lock } = makeBook(input, () => listeners.forEach((listener) => listener()))
  const opened = await attempt(book, async () => {
    book.isMarked = (await book.db.state.get(MARK)) !== undefined
    await loadState(book)
    await loadPages(book)
    await refreshLocal(book, await idsAtWork(book))
    return { book, ledger: ledgerOf(book, listeners, lock) }
  })
  if (!opened.ok) lock()
  return opened
}

function makeBook({ userId, cipher, now, port }: OpenInput, notify: () => void): { readonly book: OpenBook; readonly lock: () => void } {
  let open: Cipher | null = cipher
  const channel = tabChannel(userId, (change) => void attempt(book, () => takeOver(book, change)).then(notify))
  const book: OpenBook = {
    userId, now,
    db: accountDatabase(userId, port),
    isLocked: () => open === null,
    cipher() {
      if (!open) throw new StorageError({ kind: 'locked' })
      return open
    },
    cards: new CardIndex(), drafts: new Map(), contexts: new Map(), enrolments: [], holder: null, isMarked: false,
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
    notify()
  }
  return { book, lock }
}

function forgetReadable(book: OpenBook): void {
  book.cards.close()
  book.drafts.clear()
  book.contexts.clear()
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
