const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

const atVietnam = (epochMs: number): string => new Date(epochMs + VIETNAM_OFFSET_MS).toISOString()

/** `09:41`, clock of Viet Nam. */
export function clockWords(moment: number | string): string {
  return atVietnam(toMs(moment)).slice(11, 16)
}

/** `20/11/2026`, day of Viet Nam. */
export function dayWords(moment: number | string): string {
  const [year, month, day] = atVietnam(toMs(moment)).slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

/** `09:41` today, `20/11, 09:41` on another day of this year, `20/11/2025, 09:41` before. */
export function momentWords(moment: number | string, now: number): string {
  const day = dayWords(moment)
  const today = dayWords(now)
  if (day === today) return clockWords(moment)
  const shown = day.slice(6) === today.slice(6) ? day.slice(0, 5) : day
  return `${shown}, ${clockWords(moment)}`
}

function toMs(moment: number | string): number {
  return typeof moment === 'number' ? moment : Date.parse(moment)
}
