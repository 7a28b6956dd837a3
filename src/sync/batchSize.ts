const FIRST_BYTES = 20_000
const FLOOR_BYTES = 4_000
const CEILING_BYTES = 64_000
const FIRST_RATIO = 4

/**
 * How much to put into one exchange. A batch must be smaller than the distance between two cuts or it never arrives
 * (measured, `docs/decisions/0004`): begin at 20 kB packed, halve on a cut down to 4 kB, grow by 1.3 on success up to 64 kB.
 */
export interface BatchSize {
  /** Aim for one body, packed bytes. */
  readonly packedBytes: number
  /** Raw JSON bytes per packed byte, learnt from the bodies sent. */
  readonly ratio: number
}

export const firstBatchSize: BatchSize = { packedBytes: FIRST_BYTES, ratio: FIRST_RATIO }

export function grown(size: BatchSize): BatchSize {
  return { ...size, packedBytes: Math.min(CEILING_BYTES, Math.round(size.packedBytes * 1.3)) }
}

export function shrunk(size: BatchSize): BatchSize {
  return { ...size, packedBytes: Math.max(FLOOR_BYTES, Math.floor(size.packedBytes / 2)) }
}

/** Learns the packing ratio from a sent body; small bodies pack badly and say little, so they are not learnt from. */
export function learnt(size: BatchSize, rawBytes: number, packedBytes: number): BatchSize {
  if (packedBytes < 1_000) return size
  return { ...size, ratio: Math.min(12, Math.max(1, rawBytes / packedBytes)) }
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
