import { vietnamClock, vietnamDay } from '../../domain/time'
import { shortDay } from './dateWords'

/** `09:41`, by the clock of Viet Nam. */
export function clockWords(moment: number | string): string {
  return vietnamClock(toMs(moment)).slice(11, 16)
}

/** A moment in words: `09:41` today, `20/11, 09:41` on another day of this year, `20/11/2025, 09:41` in another year. */
export function momentWords(moment: number | string, now: number): string {
  const [day, today] = [vietnamDay(toMs(moment)), vietnamDay(now)]
  return day === today ? clockWords(moment) : `${shortDay(day, today)}, ${clockWords(moment)}`
}

function toMs(moment: number | string): number {
  return typeof moment === 'number' ? moment : Date.parse(moment)
}
