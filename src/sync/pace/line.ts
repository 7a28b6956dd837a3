import { grown, learnt, type BatchSize } from './batchSize'
import type { Sent } from '../sendOnce'
import type { Exchange } from '../transport'

/** How much goes in one exchange, up (`batch`) and down (`page`). */
export interface Line {
  batch: BatchSize
  page: BatchSize
}

/** Adjusts the sizes after an exchange. One that was cut says nothing about the line. */
export function learn(line: Line, { counters, rawBytes, emptied }: Sent, { bytesUp, tookMs, isCut }: Exchange): void {
  if (isCut) return
  if (counters.length > 0) line.batch = grown(learnt(line.batch, { items: counters.length, rawBytes, packedBytes: bytesUp }), tookMs)
  if (emptied) line.page = grown(line.page, tookMs)
}
