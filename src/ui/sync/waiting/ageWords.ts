import type { PendingOperation } from '../../../storage/ledger'
import type { SyncWords } from './pieceWords'

const HOUR_MS = 60 * 60 * 1000

/** Whole hours and days an operation has waited. Never negative, even if the clock was set back. */
export function waitedFor(queuedAt: string, now: number): { readonly hours: number; readonly days: number } {
  const hours = Math.max(0, Math.floor((now - Date.parse(queuedAt)) / HOUR_MS))
  return { hours, days: Math.floor(hours / 24) }
}

/** The operations that wait to be sent, oldest first. */
export function waitingOf(pending: readonly PendingOperation[]): readonly PendingOperation[] {
  return pending.filter((piece) => !piece.trouble).sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1))
}

export const oldestOf = (pending: readonly PendingOperation[]): PendingOperation | undefined => waitingOf(pending)[0]

/** Words for how long the oldest has waited. */
export function oldestWords(t: SyncWords, { hours, days }: ReturnType<typeof waitedFor>): string {
  return t.oldest(days >= 1 ? t.days(days) : t.hours(hours))
}
