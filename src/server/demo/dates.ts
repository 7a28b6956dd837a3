import { addDays, type PartialDate, type PlainDate } from '../../domain/time'
import type { Random } from './random'

/** A birth date of somebody who has completed `age` years on the day. Of old people often only the year or the month is known. */
export function birthDate(random: Random, age: number, onDay: PlainDate): PartialDate {
  const lastBirthday = `${Number(onDay.slice(0, 4)) - age}${onDay.slice(4) === '-02-29' ? '-02-28' : onDay.slice(4)}`
  const born = addDays(lastBirthday, -random.int(1, 364))
  if (age >= 70 && random.chance(0.4)) return born.slice(0, 4)
  if (age >= 60 && random.chance(0.08)) return born.slice(0, 7)
  return born
}

/** A moment of a working day, Vietnamese time, as an instant. */
export function momentOf(day: PlainDate, hour: number, minute: number, second = 0): string {
  return new Date(Date.parse(day) + ((hour - 7) * 3600 + minute * 60 + second) * 1000).toISOString()
}

/** Monday to Saturday: communes collect on Saturdays too. */
export function isWorkingDay(day: PlainDate): boolean {
  return new Date(Date.parse(day)).getUTCDay() !== 0
}
