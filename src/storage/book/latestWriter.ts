import { ok, type Result } from '../../domain/result'
import type { StorageFailure } from '../ledger'
import { attempt, type OpenBook } from './openBook'

interface Waiter<T> { readonly resolve: (saved: Result<T, StorageFailure>) => void; readonly reject: (bug: unknown) => void }
interface Lane<T> {
  next: T | null
  waiters: Waiter<T>[]
  /** The write in progress, or the work that ends the value. */
  busy: Promise<unknown> | null
}

interface WriterInput<T> {
  readonly book: OpenBook
  readonly write: (key: string, value: T) => Promise<T>
  /** Joins two values when the earlier one is not being written yet; absent = the later one alone is written. */
  readonly join?: (earlier: T, later: T) => T
}

/** Saves on every keystroke: one write per key at a time, then the newest value. Values in between are skipped. */
export class LatestWriter<T> {
  private readonly lanes = new Map<string, Lane<T>>()

  constructor(private readonly input: WriterInput<T>) {}

  /** Resolves when this value, or a newer one, is on disk. */
  save(key: string, value: T): Promise<Result<T, StorageFailure>> {
    const lane = this.laneOf(key)
    const { join } = this.input
    lane.next = lane.next !== null && join ? join(lane.next, value) : value
    return new Promise((resolve, reject) => {
      lane.waiters.push({ resolve, reject })
      if (!lane.busy) this.drain(key, lane)
    })
  }

  /** Resolves when no write of the key is in progress. */
  async idle(key: string): Promise<void> {
    for (let busy = this.lanes.get(key)?.busy; busy; busy = this.lanes.get(key)?.busy) await busy
  }

  /** Resolves when no write at all is in progress. */
  async allIdle(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all([...this.lanes.keys()].map((key) => this.idle(key)))
  }

  /** Runs the work that ends a value, after the writes before it and before those after it. */
  end<R>(key: string, work: () => Promise<Result<R, StorageFailure>>): Promise<Result<R, StorageFailure>> {
    return this.inTurn(key, work, () => {})
  }

  /** The same for a value that is thrown away. A save that arrives in the meantime is dropped if the work succeeds, and written if it fails. */
  endForGood<R>(key: string, work: () => Promise<Result<R, StorageFailure>>): Promise<Result<R, StorageFailure>> {
    return this.inTurn(key, work, (lane) => this.passOver(lane))
  }

  private async inTurn<R>(key: string, work: () => Promise<Result<R, StorageFailure>>, onDone: (lane: Lane<T>) => void): Promise<Result<R, StorageFailure>> {
    let lane = this.laneOf(key)
    for (; lane.busy; lane = this.laneOf(key)) await lane.busy
    const ending = work()
    lane.busy = ending.catch(() => undefined)
    try {
      const done = await ending
      if (done.ok) onDone(lane)
      return done
    } finally {
      lane.busy = null
      this.drain(key, lane)
    }
  }

  private laneOf(key: string): Lane<T> {
    const lane = this.lanes.get(key) ?? { next: null, waiters: [], busy: null }
    this.lanes.set(key, lane)
    return lane
  }

  private passOver(lane: Lane<T>): void {
    const { next, waiters } = lane
    lane.next = null
    lane.waiters = []
    if (next !== null) for (const waiter of waiters) waiter.resolve(ok(next))
  }

  private drain(key: string, lane: Lane<T>): void {
    const { next: value, waiters } = lane
    if (value === null) {
      this.lanes.delete(key)
      return
    }
    lane.next = null
    lane.waiters = []
    const { book, write } = this.input
    const written = attempt(book, () => write(key, value)).then(
      (saved) => waiters.forEach((waiter) => waiter.resolve(saved)),
      (bug: unknown) => waiters.forEach((waiter) => waiter.reject(bug)),
    )
    lane.busy = written.then(() => {
      lane.busy = null
      this.drain(key, lane)
    })
  }
}
