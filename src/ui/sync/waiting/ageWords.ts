import type { SyncWords } from './pieceWords'

const HOUR_MS = 60 * 60 * 1000

/** Whole hours and days an operation has waited. Never negative, even if the clock was set back. */
export function waitedFor(queuedAt: string, now: number): { readonly hours: number; readonly days: number } {
  const hours = Math.max(0, Math.floor((now - Date.parse(queuedAt)) / HOUR_MS))
  return { hours, days: Math.floor(hours / 24) }
}

/** Words for how long the oldest has waited. */
export function oldestWords(t: SyncWords, { hours, days }: ReturnType<typeof waitedFor>): string {
  return t.oldest(days >= 1 ? t.days(days) : t.hours(hours))
}
