import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import type { household2Fields } from './household2'
import { household1Checks } from './household1Checks'
import { isAfter } from '../placeChecks'

type Household = ValuesOf<typeof household2Fields>

/** The checks of household@2. FROZEN with the form; ids are never reused. */
export const household2Checks: readonly Check<Household>[] = [
  ...household1Checks,
  { id: 'HH-040', severity: 'error', fields: ['visitedOn'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ visitedOn }, { today }) => isAfter(visitedOn, today) && { today } },
  { id: 'HH-041', severity: 'error', fields: ['nextVisitOn', 'visitedOn'],
    words: { vi: 'Ngày hẹn lại trước ngày đến ({visitedOn|date})', en: 'The next visit is before the last one ({visitedOn|date})' },
    finds: ({ visitedOn, nextVisitOn }) => isAfter(visitedOn, nextVisitOn) && { visitedOn: visitedOn ?? '' } },
]
