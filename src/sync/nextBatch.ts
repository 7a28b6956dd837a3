import { lookAhead, MOST_ITEMS, takeBatch, weightOf, type BatchSize } from './batchSize'
import type { EngineOutbox, Waiting } from './enginePorts'

export interface NextBatch {
  readonly waiting: readonly Waiting[]
  readonly batch: readonly Waiting[]
  readonly rawBytes: number
  /** Nothing waits beyond `waiting`. */
  readonly isAll: boolean
}

/** The next operations that fit into one exchange; reads more of the queue when those read first were smaller than usual. */
export async function nextBatch(outbox: EngineOutbox, commune: string, size: BatchSize): Promise<NextBatch> {
  for (let limit = lookAhead(size); ; limit = Math.min(MOST_ITEMS, limit * 2)) {
    const waiting = await outbox.waiting(commune, limit)
    const { batch, rawBytes } = takeBatch(waiting, ({ operation }) => weightOf(operation), size)
    const isAll = waiting.length < limit
    if (isAll || batch.length < waiting.length || limit === MOST_ITEMS) return { waiting, batch, rawBytes, isAll }
  }
}
