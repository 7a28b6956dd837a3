/** Number of card pages. 11,500 people and their forms make about 140 cards a page, so about 15 kB are rewritten when one changes. */
const BUCKETS = 128

/** The page of a card. A household with its people and forms shares one page. Uses the random end of the id. */
export function bucketOf(card: { readonly id: string; readonly household: string | null }): number {
  return Number.parseInt((card.household ?? card.id).slice(-6), 16) % BUCKETS || 0
}
