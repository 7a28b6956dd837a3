import type { SyncTrouble } from '../control'

const EVERY_MS = 60_000
const SLOWEST_MS = 15 * 60_000
/** Another tab, or a run of this one from before it was locked, is still at it: look again soon. */
const ELSEWHERE_MS = 3_000

export interface LastRun {
  readonly trouble: SyncTrouble | null
  readonly isElsewhere: boolean
  /** Runs in a row that did not get to their end. */
  readonly failures: number
}

/**
 * How long until the next run by itself, ms: every minute while all is well, with growing pauses after trouble, never all phones at once.
 * @param chance 0 <= n < 1
 */
export function nextTryIn({ trouble, isElsewhere, failures }: LastRun, chance: number): number {
  if (!isElsewhere && trouble?.kind === 'busy') return toldIn(trouble.retryAfterMs, chance)
  return (isElsewhere ? ELSEWHERE_MS : Math.min(SLOWEST_MS, EVERY_MS * 2 ** Math.max(0, failures - 1))) * (0.75 + chance / 2)
}

/** The server gave this phone a place of its own (decision 0017): who comes before it is refused again. */
export const toldIn = (retryAfterMs: number, chance: number): number => retryAfterMs * (1 + chance / 5)
