import { MOST_OPERATIONS } from '../../protocol/mostOperations'
import { lookAhead, takeBatch, weightOf, type BatchSize } from './batchSize'
import { isReadable, type EngineOutbox, type Readable, type Waiting } from '../enginePorts'

export interface NextBatch {
  /** The operations read from the head of the queue. */
  readonly found: readonly Waiting[]
  /** Those of `found` that may be sent. No counter may be skipped, so they end before one that cannot be read. */
  readonly waiting: readonly Readable[]
  readonly batch: readonly Readable[]
  readonly rawBytes: number
  /** Nothing that may be sent waits after `waiting`. */
  readonly isAll: boolean
}

/** The next operations that fit into one exchange. Reads more of the queue if the first ones were smaller than usual. */
export async function nextBatch(outbox: EngineOutbox, commune: string, size: BatchSize): Promise<NextBatch> {
  for (let limit = lookAhead(size); ; limit = Math.min(MOST_OPERATIONS, limit * 2)) {
    const found = await outbox.waiting(commune, limit)
    const waiting = readableHead(found)
    const { batch, rawBytes } = takeBatch(waiting, ({ operation }) => weightOf(operation), size)
    const isAll = waiting.length < limit
    if (isAll || batch.length < waiting.length || limit === MOST_OPERATIONS) return { found, waiting, batch, rawBytes, isAll }
  }
}

function readableHead(found: readonly Waiting[]): readonly Readable[] {
  const end = found.findIndex((one) => !isReadable(one))
  return (end < 0 ? found : found.slice(0, end)).filter(isReadable)
}
