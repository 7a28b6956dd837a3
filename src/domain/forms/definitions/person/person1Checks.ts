import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import { identityChecks, oldNumberCheck } from '../identityChecks'
import type { person1Fields } from './person1'
import { isAfter } from '../placeChecks'

type Person = ValuesOf<typeof person1Fields>

/** The checks of person@1. FROZEN with the form; ids are never reused. */
export const person1Checks: readonly Check<Person>[] = [
  { id: 'PE-002', severity: 'error', fields: ['born'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ born }, { today }) => isAfter(born, today) && { today } },
  { id: 'PE-003', severity: 'error', fields: ['residenceSince'],
    words: { vi: 'Ngày này sau hôm nay ({today|date})', en: 'This day is after today ({today|date})' },
    finds: ({ residenceSince }, { today }) => isAfter(residenceSince, today) && { today } },
  ...identityChecks('PE'),
  oldNumberCheck('PE'),
  { id: 'PE-020', severity: 'warning', fields: ['born'],
    words: { vi: 'Chưa có ngày sinh. Bổ sung khi gặp.', en: 'No date of birth. Add it at the next visit.' },
    finds: ({ born }) => born === undefined },
  { id: 'PE-021', severity: 'warning', fields: ['sex'],
    words: { vi: 'Chưa có giới tính. Bổ sung khi gặp.', en: 'No sex. Add it at the next visit.' },
    finds: ({ sex }) => sex === undefined },
  { id: 'PE-022', severity: 'warning', fields: ['relationToHead'],
    words: { vi: 'Chưa có quan hệ với chủ hộ. Bổ sung khi gặp.', en: 'No relation to the head. Add it at the next visit.' },
    finds: ({ relationToHead }) => relationToHead === undefined },
  { id: 'PE-023', severity: 'warning', fields: ['personalId', 'idMissingReason'],
    words: { vi: 'Chưa có số định danh. Bổ sung, hoặc ghi lý do chưa có.', en: 'No personal number. Add it, or say why there is none.' },
    finds: ({ personalId, idMissingReason }) => personalId === undefined && idMissingReason === undefined },
]
