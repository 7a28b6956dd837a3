/** Pages of cards. 11,500 people and their forms make about 140 cards a page: some 15 kB to rewrite when one changes. */
const BUCKETS = 128

/** The page of a card: one household with its people and forms is one page. Takes the random end of the id. */
export function bucketOf(card: { readonly id: string; readonly household: string | null }): number {
  return Number.parseInt((card.household ?? card.id).slice(-6), 16) % BUCKETS || 0
}
