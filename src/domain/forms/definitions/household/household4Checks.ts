import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import { household2Checks } from './household2Checks'
import type { household4Fields } from './household4'
import { isAfter } from '../placeChecks'

type Household = ValuesOf<typeof household4Fields>

/** The checks of household@4. FROZEN with the form; ids are never reused. */
export const household4Checks: readonly Check<Household>[] = [
  ...household2Checks,
  { id: 'HH-050', severity: 'error', fields: ['locatedOn'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ locatedOn }, { today }) => isAfter(locatedOn, today) && { today } },
]
