import type { PartialDate, PlainDate } from '../time'

/**
 * Age in completed years on a day. If only the month or year of birth is known, this is the lower bound: the birthday counts as
 * still to come. Negative if the person was born after the day.
 */
export function ageAt(born: PartialDate, onDate: PlainDate): number {
  return yearsBetween(born.padEnd(10, LAST.slice(born.length)), onDate)
}

/** The upper bound of the age: a birth date known only in part counts as the first day of its month or year. Same as `ageAt` for full dates. */
export function oldestAgeAt(born: PartialDate, onDate: PlainDate): number {
  return yearsBetween(born.padEnd(10, FIRST.slice(born.length)), onDate)
}

const LAST = 'YYYY-12-31'
const FIRST = 'YYYY-01-01'

function yearsBetween(from: PlainDate, to: PlainDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
