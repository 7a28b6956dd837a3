import { ageAt, oldestAgeAt } from '../../domain/identity/ageAt'
import type { PlainDate } from '../../domain/time'

interface AgeTexts {
  readonly age: (years: number) => string
  readonly bornIn: (year: string) => string
}

/** "58 tuổi", or "sinh 2011" if month or day are unknown and the age may be one more. `''` if the birth is unknown or impossible. */
export function ageWords(born: string | undefined, day: PlainDate, t: AgeTexts): string {
  if (born === undefined || !/^\d{4}/.test(born) || born > day) return ''
  const age = ageAt(born, day)
  return age === oldestAgeAt(born, day) ? t.age(age) : t.bornIn(born.slice(0, 4))
}
