import type { SyncWords } from './pieceWords'

const HOUR_MS = 60 * 60 * 1000

/** Whole hours and days a change has waited. A clock set back makes no negative age. */
export function waitedFor(queuedAt: string, now: number): { readonly hours: number; readonly days: number } {
  const hours = Math.max(0, Math.floor((now - Date.parse(queuedAt)) / HOUR_MS))
  return { hours, days: Math.floor(hours / 24) }
}

export function oldestWords(t: SyncWords, { hours, days }: ReturnType<typeof waitedFor>): string {
  return t.oldest(days >= 1 ? t.days(days) : t.hours(hours))
}
