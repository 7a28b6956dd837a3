import type { PartialDate } from '../../domain/time'

/** `20/11/2026`, `11/2026` or `2026`: as precisely as the date is known. */
export function dateWords(date: PartialDate): string {
  return date.split('-').reverse().join('/')
}
