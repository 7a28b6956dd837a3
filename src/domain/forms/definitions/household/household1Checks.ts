import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import type { household1Fields } from './household1'
import { povertyChecks } from '../povertyChecks'

type Household = ValuesOf<typeof household1Fields>

/** The checks of household@1. FROZEN with the form; ids are never reused. */
export const household1Checks: readonly Check<Household>[] = [
  { id: 'HH-001', severity: 'warning', fields: ['povertyYear'],
    words: { vi: 'Năm công nhận {year} chưa tới', en: 'The year {year} is still to come' },
    finds: ({ povertyYear }, { today }) => povertyYear !== undefined && povertyYear > Number(today.slice(0, 4)) + 1 && { year: povertyYear } },
  { id: 'HH-002', severity: 'warning', fields: ['povertyYear'],
    words: { vi: 'Công nhận năm {year}, nay đã sang năm khác. Hỏi lại hộ nghèo, cận nghèo.', en: 'Recognised in {year}, another year now. Ask again.' },
    finds: ({ povertyYear }, { today }) => povertyYear !== undefined && povertyYear < Number(today.slice(0, 4)) - 1 && { year: povertyYear } },
  ...povertyChecks('HH'),
]
