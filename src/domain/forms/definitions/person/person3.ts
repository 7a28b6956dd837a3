import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { person2, person2Fields } from './person2'
import { person3Checks } from './person3Checks'
import { requestFields, requestGroup } from '../requestFields'

/*
 * A resident, version 3: adds the last beneficiary check, and requests to move or merge. FROZEN: a change needs person@4 with an
 * upgrade step.
 * The check is stored on the person, because an accepted beneficiary record is locked (decision 0025).
 */

export const beneficiaryCheckResults = [
  { code: '1', label: 'Vẫn đúng như cũ', labelEn: 'Still as before' },
  { code: '2', label: 'Có thay đổi', labelEn: 'Something changed' },
  { code: '3', label: 'Không gặp được', labelEn: 'Not met' },
] as const satisfies readonly CodeItem[]
export type BeneficiaryCheckResult = (typeof beneficiaryCheckResults)[number]['code']

const checked: Condition = { op: 'answered', field: 'beneficiaryCheck' }
const paidSaid: Condition = { op: 'answered', field: 'paidPeriod' }

export const person3Fields = {
  ...person2Fields,
  beneficiaryCheck: { kind: 'choice', options: beneficiaryCheckResults, label: 'Soát hồ sơ ASXH, so với lần trước', labelEn: 'Beneficiary check, against the last time', short: 'Soát hồ sơ ASXH', required: false, system: true },
  beneficiaryCheckedOn: { kind: 'date', label: 'Ngày soát', labelEn: 'Checked on', askIf: checked, required: true, system: true },
  beneficiaryCheckedBy: { kind: 'text', maxLength: 40, label: 'Người soát', labelEn: 'Checked by', askIf: checked, required: true, system: true },
  paidPeriod: { kind: 'date', datePrecision: 'month', label: 'Kỳ chi trả được hỏi', labelEn: 'Payment asked about', required: false, system: true },
  paidInFull: { kind: 'yesNo', label: 'Đã nhận đủ tiền kỳ đó?', labelEn: 'Received in full?', askIf: paidSaid, required: true, system: true, sensitive: 'sensitive' },
  ...requestFields,
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  ...person2.groups,
  { id: 'beneficiaryCheck', label: 'Soát hồ sơ ASXH', labelEn: 'Beneficiary check', fields: ['beneficiaryCheck', 'beneficiaryCheckedOn', 'beneficiaryCheckedBy', 'paidPeriod', 'paidInFull'] },
  requestGroup,
]

export const person3 = defineForm({
  kind: 'person',
  version: 3,
  prefix: 'PE',
  title: person2.title,
  titleEn: person2.titleEn,
  legalBasis: person2.legalBasis,
  groups,
  fields: person3Fields,
  checks: person3Checks,
})
