import type { Field } from '../form'
import type { Problem } from './valueProblem'

const PARTIAL_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/
const lengthOf = { year: 4, month: 7, day: 10 } as const

/** The problem with a partial date in this field. `null` = none. Years 1900 to 2200 are allowed. */
export function dateProblem(field: Field, value: string): Problem | null {
  const [, year, month, day] = PARTIAL_DATE.exec(value) ?? []
  if (!year) return { problem: 'dateFormat' }
  if (year < '1900' || year > '2200') return { problem: 'year', year: Number(year) }
  if (month && (month < '01' || month > '12')) return { problem: 'noSuchMonth', month: Number(month) }
  if (month && day && !dayExists(Number(year), Number(month), Number(day))) {
    return { problem: 'noSuchDay', day: Number(day), month: Number(month), year: Number(year) }
  }
  return value.length < lengthOf[field.datePrecision ?? 'day'] ? { problem: 'datePrecision' } : null
}

function dayExists(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
