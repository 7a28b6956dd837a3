const SYNC_LOCK = 'sothon-sync'

/**
 * Runs `work` if no other tab is syncing (Web Locks). Without Web Locks it always runs: two tabs may then sync at once, which is
 * harmless because the server recognises repeats. `null` = another tab is syncing.
 */
export async function syncAlone<T>(work: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return work()
  return navigator.locks.request(SYNC_LOCK, { ifAvailable: true }, (lock) => (lock ? work() : null))
}

/** Resolves when no tab is syncing: what the sync has sent need not be sent sealed, too. It does not delay a sync, because no sync waits for a hand-in. */
export async function syncEnded(): Promise<void> {
  await navigator.locks?.request(SYNC_LOCK, () => {})
}
