import { lookAhead, MOST_ITEMS, takeBatch, weightOf, type BatchSize } from './batchSize'
import { isReadable, type EngineOutbox, type Readable, type Waiting } from '../enginePorts'

export interface NextBatch {
  readonly found: readonly Waiting[]
  /** Of these what may go: no counter is passed over, so that one that cannot be read ends it. */
  readonly waiting: readonly Readable[]
  readonly batch: readonly Readable[]
  readonly rawBytes: number
  /** Nothing that may go waits beyond `waiting`. */
  readonly isAll: boolean
}

/** The next operations that fit into one exchange; reads more of the queue when those read first were smaller than usual. */
export async function nextBatch(outbox: EngineOutbox, commune: string, size: BatchSize): Promise<NextBatch> {
  for (let limit = lookAhead(size); ; limit = Math.min(MOST_ITEMS, limit * 2)) {
    const found = await outbox.waiting(commune, limit)
    const waiting = readableHead(found)
    const { batch, rawBytes } = takeBatch(waiting, ({ operation }) => weightOf(operation), size)
    const isAll = waiting.length < limit
    if (isAll || batch.length < waiting.length || limit === MOST_ITEMS) return { found, waiting, batch, rawBytes, isAll }
  }
}

function readableHead(found: readonly Waiting[]): readonly Readable[] {
  const end = found.findIndex((one) => !isReadable(one))
  return (end < 0 ? found : found.slice(0, end)).filter(isReadable)
}
