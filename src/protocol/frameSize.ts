/** Rough size of one packed frame: the most that a cut of the line costs. */
const FRAME_BYTES = 2_000
const FIRST_RATIO = 6
const MOST_RATIO = 40

/** Decides how much JSON goes into the next frame of a body, from how well the earlier frames packed. */
export class FrameSize {
  private ratio = FIRST_RATIO

  /** Takes the items from the front that fit, at least one. */
  take<T>(items: readonly T[], jsonBytes: (item: T) => number): { readonly part: readonly T[]; readonly bytes: number } {
    const aim = FRAME_BYTES * this.ratio
    let bytes = 0
    let count = 0
    for (const item of items) {
      const more = jsonBytes(item)
      if (count > 0 && bytes + more > aim) break
      bytes += more
      count += 1
    }
    return { part: items.slice(0, count), bytes }
  }

  /** Tells how well the last frame packed. */
  learn(jsonBytes: number, packedBytes: number): void {
    if (jsonBytes > 0) this.ratio = Math.min(MOST_RATIO, Math.max(1, jsonBytes / packedBytes))
  }
}
