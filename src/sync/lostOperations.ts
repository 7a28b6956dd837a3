import type { Operation } from '../domain/records/operation'
import { MOST_OPERATIONS } from '../protocol/mostOperations'

interface Waiting { readonly counter: number; readonly operation: Operation }

/** Sent in place of an operation that neither the server nor this device has any more. The server records that it is lost. */
export interface LostOperation { readonly type: 'lost'; readonly counter: number }

export interface Sendable {
  readonly ops: readonly (Operation | LostOperation)[]
  /** Counters of the real operations among `ops`. */
  readonly counters: readonly number[]
  readonly lost: number
}

/** At most so many of the `MOST_OPERATIONS` of one request; the rest of a longer hole follows in the next one. */
const MOST_LOST = 1_500

/**
 * The batch with its holes filled, starting at `from`, the counter the server waits for (`null` = there are no holes). Otherwise one hole would block
 * everything behind it for ever.
 */
export function withLost(batch: readonly Waiting[], from: number | null): Sendable {
  if (from === null) return { ops: batch.map((item) => item.operation), counters: batch.map((item) => item.counter), lost: 0 }
  const ops: (Operation | LostOperation)[] = []
  const counters: number[] = []
  let next = from
  for (const { counter, operation } of batch) {
    while (next < counter && ops.length < MOST_LOST) ops.push({ type: 'lost', counter: next++ })
    if (next < counter || ops.length === MOST_OPERATIONS) break
    ops.push(operation)
    counters.push(counter)
    next = counter + 1
  }
  return { ops, counters, lost: ops.length - counters.length }
}
