import { cardOf } from '../../domain/records/cardOf'
import { ok, type Result } from '../../domain/result'
import type { Draft, StorageFailure } from '../ledger'
import { attempt, type OpenBook } from './openBook'
import { places } from '../disk/places'
import { refreshLocal } from './recordView'

type Saved = Result<Draft, StorageFailure>
interface Waiter { readonly resolve: (saved: Saved) => void; readonly reject: (bug: unknown) => void }
interface Lane {
  next: Draft | null
  waiters: Waiter[]
  /** The write or submit under way. */
  busy: Promise<unknown> | null
}

/** Saves drafts on every keystroke: one write of a draft in flight, then the newest state; those between are passed over. */
export class DraftWriter {
  private readonly lanes = new Map<string, Lane>()

  constructor(private readonly book: OpenBook) {}

  /** Resolves when this state, or a newer one, is on disk. */
  save(draft: Draft): Promise<Saved> {
    const lane = this.laneOf(draft.id)
    lane.next = draft
    return new Promise((resolve, reject) => {
      lane.waiters.push({ resolve, reject })
      if (!lane.busy) this.drain(draft.id, lane)
    })
  }

  /**
   * Runs what ends a draft, after the writes before it. A save that arrives meanwhile (leaving the screen saves once
   * more) must not bring the draft back: it is passed over if the end came, written if it failed.
   */
  async end<T>(id: string, work: () => Promise<Result<T, StorageFailure>>): Promise<Result<T, StorageFailure>> {
    for (let busy = this.laneOf(id).busy; busy; busy = this.laneOf(id).busy) await busy
    const lane = this.laneOf(id)
    const ending = work()
    lane.busy = ending.catch(() => undefined)
    try {
      const done = await ending
      if (done.ok) this.passOver(lane)
      return done
    } finally {
      lane.busy = null
      this.drain(id, lane)
    }
  }

  private laneOf(id: string): Lane {
    const lane = this.lanes.get(id) ?? { next: null, waiters: [], busy: null }
    this.lanes.set(id, lane)
    return lane
  }

  private passOver(lane: Lane): void {
    const { next, waiters } = lane
    lane.next = null
    lane.waiters = []
    if (next) for (const waiter of waiters) waiter.resolve(ok(next))
  }

  private drain(id: string, lane: Lane): void {
    const { next: draft, waiters } = lane
    if (!draft) {
      this.lanes.delete(id)
      return
    }
    lane.next = null
    lane.waiters = []
    const written = attempt(this.book, () => this.write(draft)).then(
      (saved) => waiters.forEach((waiter) => waiter.resolve(saved)),
      (bug: unknown) => waiters.forEach((waiter) => waiter.reject(bug)),
    )
    lane.busy = written.then(() => {
      lane.busy = null
      this.drain(id, lane)
    })
  }

  private async write(draft: Draft): Promise<Draft> {
    const { book } = this
    const blob = await book.cipher().seal(places.draft(draft.id), draft)
    await book.db.drafts.put({ id: draft.id, blob })
    const known = book.drafts.get(draft.id)
    if (known === 'alone') book.cards.setLocal(draft.id, cardOf({ id: draft.id, commune: draft.commune, server: null, operations: [], draft }))
    if (known === undefined) await refreshLocal(book, [draft.id])
    book.changed({ ids: [draft.id] })
    return draft
  }
}
