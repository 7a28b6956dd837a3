import type { PartialDate, PlainDate } from '../../domain/time'

/** `20/11/2026`, `11/2026` or `2026`: as precisely as the date is known. */
export function dateWords(date: PartialDate): string {
  return date.split('-').reverse().join('/')
}

/** A day in a list: `20/11`, with the year only if it is not this year. */
export function shortDay(day: PlainDate, today: PlainDate): string {
  const words = dateWords(day)
  return day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words
}
