/** A calendar day in Viet Nam (UTC+07:00), `YYYY-MM-DD`. */
export type PlainDate = string
/** A date known to the day, the month or only the year: `YYYY-MM-DD` | `YYYY-MM` | `YYYY`. Its length is its precision. */
export type PartialDate = string
/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-25T02:10:00.000Z`. */
export type Instant = string

/** Text of the form of a `PartialDate`. Whether the day exists is not checked. */
export const PARTIAL_DATE = /^\d{4}(-\d\d){0,2}$/

const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000

/** What clocks in Viet Nam (UTC+07:00, no summer time) show at a moment given in epoch milliseconds: ISO text, whose `Z` does not count. */
export const vietnamClock = (epochMs: number): string => new Date(epochMs + VIETNAM_OFFSET_MS).toISOString()

/** The calendar day in Viet Nam at a moment given in epoch milliseconds. */
export function vietnamDay(epochMs: number): PlainDate {
  return vietnamClock(epochMs).slice(0, 10)
}

/** The month in Viet Nam at a moment, `YYYY-MM`. */
export const vietnamMonth = (epochMs: number): string => vietnamDay(epochMs).slice(0, 'YYYY-MM'.length)

const DAY_MS = 24 * 60 * 60 * 1000

/** The day this many months later (earlier if negative). If that month is too short, its last day: 31 August minus six months is 28 or 29 February. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return `${last.toISOString().slice(0, 7)}-${String(Math.min(last.getUTCDate(), date)).padStart(2, '0')}`
}

/** Whether the text is an existing calendar day, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
