/** How often what happened, over many weeks: what never happens proves nothing. */
export class Tally<What extends string> {
  private readonly counts: Map<What, number>

  constructor(private readonly all: readonly What[]) {
    this.counts = new Map(all.map((what) => [what, 0]))
  }

  count(what: What, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times)
  }

  add(other: Tally<What>): void {
    for (const [what, times] of other.counts) this.count(what, times)
  }

  /** Those that happened less often, with how often. */
  rarer(least: number): readonly string[] {
    return this.all.filter((what) => (this.counts.get(what) ?? 0) < least).map((what) => `${what}: ${this.counts.get(what)}`)
  }
}
