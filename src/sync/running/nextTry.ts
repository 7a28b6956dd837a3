import type { SyncTrouble } from '../control'

const EVERY_MS = 60_000
const SLOWEST_MS = 15 * 60_000
/** Another tab, or a run of this tab from before it was locked, is still syncing: look again soon. */
const ELSEWHERE_MS = 3_000

export interface LastRun {
  readonly trouble: SyncTrouble | null
  readonly isElsewhere: boolean
  /** Number of runs in a row that did not reach their end. */
  readonly failures: number
}

/**
 * Time until the next automatic run, ms: every minute while all is well, growing pauses after trouble, with jitter so that phones do not all come at once.
 * @param chance 0 <= n < 1
 */
export function nextTryIn({ trouble, isElsewhere, failures }: LastRun, chance: number): number {
  if (!isElsewhere && trouble?.kind === 'busy') return toldIn(trouble.retryAfterMs, chance)
  return (isElsewhere ? ELSEWHERE_MS : Math.min(SLOWEST_MS, EVERY_MS * 2 ** Math.max(0, failures - 1))) * (0.75 + chance / 2)
}

/**
 * Time to wait after a busy answer, ms. Never shorter than told: the server gave this phone its own place in the queue (decision 0017), and refuses it
 * again before that.
 */
export const toldIn = (retryAfterMs: number, chance: number): number => retryAfterMs * (1 + chance / 5)
