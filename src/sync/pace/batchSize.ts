import type { Operation } from '../../domain/records/operation'
import { MOST_OPERATIONS } from '../../protocol/mostOperations'

const FIRST_BYTES = 64_000
const FIRST_PAGE_BYTES = 160_000
const FLOOR_BYTES = 4_000
const CEILING_BYTES = 256_000
const RESTED_BYTES = 160_000
/** An exchange that takes longer is already as large as one that a cut should make us repeat. */
const LONG_MS = 15_000
const FIRST_RATIO = 8
const FIRST_ITEM_BYTES = 300
/** Bytes counted for an operation's ids, which hardly pack at all. */
const AROUND = 60
/**
 * How much to put into one exchange, up or down. An exchange must fit between two cuts of the line or it never arrives (measured, `docs/decisions/0004`,
 * `0018`, `0019`). So: start small, shrink by two fifths after a cut that let nothing through, down to 4 kB, and grow on success while exchanges stay
 * short, so that a good line does not wait for answers. A size that was cut once is approached in small steps.
 */
export interface BatchSize {
  /** Target size of one body, packed bytes. */
  readonly packedBytes: number
  /** Raw JSON bytes per packed byte, learnt from the bodies sent. */
  readonly ratio: number
  /** Raw JSON bytes of one item, learnt from the last batch. */
  readonly itemBytes: number
  /** The size after the last cut: up to here it grows by half each time, beyond it slowly. */
  readonly boldUpTo: number
}

export const firstBatchSize: BatchSize = { packedBytes: FIRST_BYTES, ratio: FIRST_RATIO, itemBytes: FIRST_ITEM_BYTES, boldUpTo: CEILING_BYTES }
/** For pages, which the server cuts to `packedBytes`; `ratio` and `itemBytes` have no meaning here. */
export const firstPageSize: BatchSize = { ...firstBatchSize, packedBytes: FIRST_PAGE_BYTES }

/** The size after a success that took `tookMs`. */
export function grown(size: BatchSize, tookMs: number): BatchSize {
  const { packedBytes, boldUpTo } = size
  if (tookMs > LONG_MS) return size
  const larger = packedBytes < boldUpTo ? Math.min(boldUpTo, Math.round(packedBytes * 1.5)) : Math.round(packedBytes * 1.15)
  return { ...size, packedBytes: Math.min(CEILING_BYTES, larger) }
}

/** The size after a cut that let nothing through. */
export function shrunk(size: BatchSize): BatchSize {
  const packedBytes = Math.max(FLOOR_BYTES, Math.floor(size.packedBytes * 0.6))
  return { ...size, packedBytes, boldUpTo: packedBytes }
}

/** The size to start the next run with: the line may have changed, and a large batch loses much at the first cut. */
export function rested(size: BatchSize): BatchSize {
  return { ...size, packedBytes: Math.min(RESTED_BYTES, size.packedBytes) }
}

export interface SentBatch {
  readonly items: number
  readonly rawBytes: number
  readonly packedBytes: number
}

/** Learns from a sent body. Small bodies pack badly and say little, so they are ignored. */
export function learnt(size: BatchSize, { items, rawBytes, packedBytes }: SentBatch): BatchSize {
  if (packedBytes < 1_000 || items === 0) return size
  return { ...size, ratio: Math.min(20, Math.max(1, rawBytes / packedBytes)), itemBytes: rawBytes / items }
}

/** How many items to read at first, enough to fill a batch with items of the usual size. */
export function lookAhead({ packedBytes, ratio, itemBytes }: BatchSize): number {
  return Math.min(MOST_OPERATIONS, Math.ceil((packedBytes * ratio * 1.25) / itemBytes) + 10)
}

/** JSON bytes of the part of an operation that differs from others; the rest packs to almost nothing in a batch. */
export function weightOf(operation: Operation): number {
  return AROUND + JSON.stringify(operation.type === 'submit' ? [operation.patch, operation.reasons] : operation).length
}

/** Takes items from the front while their raw length fits the target; at least one, so that a large one is still sent. */
export function takeBatch<T>(items: readonly T[], rawLength: (item: T) => number, size: BatchSize): { readonly batch: readonly T[]; readonly rawBytes: number } {
  const aim = size.packedBytes * size.ratio
  const batch: T[] = []
  let rawBytes = 0
  for (const item of items) {
    const length = rawLength(item)
    if (batch.length > 0 && rawBytes + length > aim) break
    batch.push(item)
    rawBytes += length
  }
  return { batch, rawBytes }
}
