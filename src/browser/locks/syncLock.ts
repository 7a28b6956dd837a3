const SYNC_LOCK = 'sothon-sync'

/** Of several tabs one syncs at a time (Web Locks); a browser without them has one tab more to fear, and a server that knows repeats. `null` = another is at it. */
export async function syncAlone<T>(work: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return work()
  return navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, (lock) => (lock ? work() : null))
}

/** Resolves when no tab syncs (any more): what has gone that way need not go sealed as well. Keeps no sync from starting: none waits for a hand-in. */
export async function syncEnded(): Promise<void> {
  await navigator.locks?.request(SYNC_LOCK, () => {})
}
