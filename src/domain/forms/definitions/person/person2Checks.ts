import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import { person1Checks } from './person1Checks'
import type { person2Fields } from './person2'
import { isAfter } from '../placeChecks'

type Person = ValuesOf<typeof person2Fields>

const YEAR = 4

/** The checks of person@2. FROZEN with the form; ids are never reused. */
export const person2Checks: readonly Check<Person>[] = [
  ...person1Checks,
  { id: 'PE-040', severity: 'error', fields: ['idIssuedOn'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ idIssuedOn }, { today }) => isAfter(idIssuedOn, today) && { today } },
  { id: 'PE-041', severity: 'warning', fields: ['idIssuedOn', 'born'],
    words: { vi: 'Thẻ cấp năm {year}, không sau năm sinh. Nhìn lại thẻ.', en: 'The card was issued in {year}, not after the year of birth. Look at the card again.' },
    finds: ({ idIssuedOn, born }) => idIssuedOn !== undefined && born !== undefined && idIssuedOn.slice(0, YEAR) <= born.slice(0, YEAR) && { year: idIssuedOn.slice(0, YEAR) } },
]
