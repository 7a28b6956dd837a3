const STEP = 2
const MAX_TOTAL = 1 << 16
/** A model of very many symbols is not halved before the mean count is above this. Otherwise it would be halved at every step. */
const MEAN_COUNT = 2

/**
 * How often each symbol 0..n-1 was coded so far, for the range coder. A Fenwick tree, so that finding, counting and adding
 * cost log n. Both sides change it in step. When the total grows too large, all counts are halved.
 */
export class FrequencyModel {
  private readonly counts: number[] = []
  /** `tree[i]` = sum of the counts of the last (i & -i) symbols up to i, from 1. */
  private readonly tree: number[] = [0]
  total = 0

  constructor(symbols = 0) {
    for (let symbol = 0; symbol < symbols; symbol += 1) this.grow(1)
  }

  get size(): number {
    return this.counts.length
  }

  /** Adds a new last symbol, which counts as seen once. */
  append(): void {
    this.grow(STEP)
    this.halveIfLarge()
  }

  countOf(symbol: number): number {
    return this.counts[symbol] ?? 0
  }

  /** Sum of the counts of all symbols before this one. */
  startOf(symbol: number): number {
    let sum = 0
    for (let at = symbol; at > 0; at &= at - 1) sum += this.tree[at] ?? 0
    return sum
  }

  /** The symbol whose range contains a place in 0..total-1. */
  at(place: number): number {
    let symbol = 0
    let left = place
    for (let step = 1 << (31 - Math.clz32(this.size || 1)); step > 0; step >>= 1) {
      const next = symbol + step
      const sum = this.tree[next]
      if (sum !== undefined && sum <= left) {
        symbol = next
        left -= sum
      }
    }
    return symbol
  }

  seen(symbol: number): void {
    this.counts[symbol] = this.countOf(symbol) + STEP
    for (let at = symbol + 1; at <= this.size; at += at & -at) this.tree[at] = (this.tree[at] ?? 0) + STEP
    this.total += STEP
    this.halveIfLarge()
  }

  private grow(count: number): void {
    this.counts.push(count)
    const at = this.counts.length
    let sum = count
    for (let step = 1; step < (at & -at); step <<= 1) sum += this.tree[at - step] ?? 0
    this.tree.push(sum)
    this.total += count
  }

  private halveIfLarge(): void {
    if (this.total <= Math.max(MAX_TOTAL, MEAN_COUNT * this.size)) return
    const counts = this.counts.splice(0)
    this.tree.length = 1
    this.total = 0
    for (const count of counts) this.grow((count + 1) >> 1)
  }
}
