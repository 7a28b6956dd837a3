import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import { person2Checks } from './person2Checks'
import type { person3Fields } from './person3'
import { isAfter } from '../placeChecks'

type Person = ValuesOf<typeof person3Fields>

/** The checks of person@3. FROZEN with the form; ids are never reused. */
export const person3Checks: readonly Check<Person>[] = [
  ...person2Checks,
  { id: 'PE-050', severity: 'error', fields: ['beneficiaryCheckedOn'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ beneficiaryCheckedOn }, { today }) => isAfter(beneficiaryCheckedOn, today) && { today } },
]
