import type { Operation } from '../../domain/records/operation'

const FIRST_BYTES = 64_000
const FIRST_PAGE_BYTES = 160_000
const FLOOR_BYTES = 4_000
const CEILING_BYTES = 256_000
const RESTED_BYTES = 160_000
/** An exchange that takes longer is as large as a cut should ever make us repeat. */
const LONG_MS = 15_000
const FIRST_RATIO = 8
const FIRST_ITEM_BYTES = 300
/** Its ids, packed as badly as its words are packed well. */
const AROUND = 60
/** As many operations as one request may hold. */
export const MOST_ITEMS = 2_000

/**
 * How much to put into one exchange, either way. It must be smaller than the distance between two cuts or it never arrives
 * (measured, `docs/decisions/0004`, `0018`, `0019`): begin small, shrink by two fifths on a cut that let nothing through, down to 4 kB, grow on success
 * while exchanges stay short, so that a good line is not kept waiting for its answers. What was cut once is come near to in small steps.
 */
export interface BatchSize {
  /** Aim for one body, packed bytes. */
  readonly packedBytes: number
  /** Raw JSON bytes per packed byte, learnt from the bodies sent. */
  readonly ratio: number
  /** Raw JSON bytes of one item, learnt from the last batch. */
  readonly itemBytes: number
  /** What a cut left of it: up to there it grows by half each time. */
  readonly boldUpTo: number
}

export const firstBatchSize: BatchSize = { packedBytes: FIRST_BYTES, ratio: FIRST_RATIO, itemBytes: FIRST_ITEM_BYTES, boldUpTo: CEILING_BYTES }
/** Of a page, whose bytes the server aims at; `ratio` and `itemBytes` say nothing here. */
export const firstPageSize: BatchSize = { ...firstBatchSize, packedBytes: FIRST_PAGE_BYTES }

/** After a success that took so long (ms). */
export function grown(size: BatchSize, tookMs: number): BatchSize {
  const { packedBytes, boldUpTo } = size
  if (tookMs > LONG_MS) return size
  const larger = packedBytes < boldUpTo ? Math.min(boldUpTo, Math.round(packedBytes * 1.5)) : Math.round(packedBytes * 1.15)
  return { ...size, packedBytes: Math.min(CEILING_BYTES, larger) }
}

export function shrunk(size: BatchSize): BatchSize {
  const packedBytes = Math.max(FLOOR_BYTES, Math.floor(size.packedBytes * 0.6))
  return { ...size, packedBytes, boldUpTo: packedBytes }
}

/** To begin another run with: the line may be another by now, and a large batch is a large loss at the first cut. */
export function rested(size: BatchSize): BatchSize {
  return { ...size, packedBytes: Math.min(RESTED_BYTES, size.packedBytes) }
}

export interface SentBatch {
  readonly items: number
  readonly rawBytes: number
  readonly packedBytes: number
}

/** Learns from a sent body; small bodies pack badly and say little, so they are not learnt from. */
export function learnt(size: BatchSize, { items, rawBytes, packedBytes }: SentBatch): BatchSize {
  if (packedBytes < 1_000 || items === 0) return size
  return { ...size, ratio: Math.min(20, Math.max(1, rawBytes / packedBytes)), itemBytes: rawBytes / items }
}

/** How many items to read at first, so that a batch of the usual ones can be full. */
export function lookAhead({ packedBytes, ratio, itemBytes }: BatchSize): number {
  return Math.min(MOST_ITEMS, Math.ceil((packedBytes * ratio * 1.25) / itemBytes) + 10)
}

/** JSON bytes of what differs from one operation to the next: the rest packs to next to nothing in company. */
export function weightOf(operation: Operation): number {
  return AROUND + JSON.stringify(operation.type === 'submit' ? [operation.patch, operation.reasons] : operation).length
}

/** Takes items from the front while their raw length fits the aim; at least one, so that a large one still goes. */
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
