import type { PartialDate, PlainDate } from '../time'

/**
 * Completed years on a day. When the birth date is known only to the month or the year, the birthday is taken as still
 * to come: the lower bound. Negative when born after the day.
 */
export function ageAt(born: PartialDate, onDate: PlainDate): number {
  return yearsBetween(born.padEnd(10, LAST.slice(born.length)), onDate)
}

/** The same with the birthday taken as past (1 January of the year): the upper bound. Equal to `ageAt` for whole dates. */
export function oldestAgeAt(born: PartialDate, onDate: PlainDate): number {
  return yearsBetween(born.padEnd(10, FIRST.slice(born.length)), onDate)
}

const LAST = 'YYYY-12-31'
const FIRST = 'YYYY-01-01'

function yearsBetween(from: PlainDate, to: PlainDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
