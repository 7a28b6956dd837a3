import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { household1, household1Fields } from './household1'
import { household2Checks } from './household2Checks'

/* A household, version 2: adds the outcome of the last visit. FROZEN: a change needs household@3 with an upgrade step. */

export const visitOutcomes = [
  { code: '1', label: 'Gặp', labelEn: 'Met' },
  { code: '2', label: 'Vắng nhà', labelEn: 'Nobody home' },
  { code: '3', label: 'Từ chối', labelEn: 'Refused' },
  { code: '4', label: 'Chuyển đi', labelEn: 'Moved away' },
  { code: '5', label: 'Đã chết', labelEn: 'Died' },
  { code: '6', label: 'Không rõ nơi cư trú', labelEn: 'Whereabouts unknown' },
] as const satisfies readonly CodeItem[]
export type VisitOutcome = (typeof visitOutcomes)[number]['code']

const visited: Condition = { op: 'answered', field: 'visitOutcome' }
/** Absent or refused: somebody comes again. */
const isToRepeat: Condition = { op: 'in', field: 'visitOutcome', value: ['2', '3'] }

export const household2Fields = {
  ...household1Fields,
  visitOutcome: { kind: 'choice', options: visitOutcomes, label: 'Kết quả lần đến gần nhất', labelEn: 'Outcome of the last visit', short: 'Lần đến', required: false },
  visitedOn: { kind: 'date', label: 'Ngày đến', labelEn: 'Visited on', askIf: visited, required: true },
  nextVisitOn: { kind: 'date', label: 'Hẹn đến lại ngày', labelEn: 'To be visited again on', short: 'Hẹn lại', askIf: isToRepeat, required: false },
  visitNote: { kind: 'text', maxLength: 200, label: 'Ghi chú lần đến', labelEn: 'Note on the visit', short: 'Ghi chú', hint: 'Ví dụ: đi rẫy, chiều mới về.', askIf: visited, required: false, sensitive: 'basic' },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  ...household1.groups,
  { id: 'visit', label: 'Lần đến nhà', labelEn: 'Visit', fields: ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote'] },
]

export const household2 = defineForm({
  kind: 'household',
  version: 2,
  prefix: 'HH',
  title: household1.title,
  titleEn: household1.titleEn,
  legalBasis: household1.legalBasis,
  groups,
  fields: household2Fields,
  checks: household2Checks,
})
