import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { household1Checks } from './household1Checks'
import { povertyStatuses } from '../options'

/* A household, version 1. FROZEN: a change needs household@2 with an upgrade step. */

const householdStates = [
  { code: '1', label: 'Đang ở', labelEn: 'Present' },
  { code: '2', label: 'Cả hộ đi vắng', labelEn: 'All away' },
  { code: '3', label: 'Đã chuyển đi', labelEn: 'Moved away' },
  { code: '4', label: 'Đã nhập vào hộ khác', labelEn: 'Joined another household' },
] as const satisfies readonly CodeItem[]

const poor: Condition = { op: 'in', field: 'povertyStatus', value: ['HN', 'CN'] }

export const household1Fields = {
  householdCode: { kind: 'text', maxLength: 40, label: 'Mã hộ gia đình', labelEn: 'Household code', short: 'Mã hộ', required: true },
  headName: { kind: 'text', maxLength: 100, label: 'Họ tên chủ hộ', labelEn: 'Head of household', short: 'Chủ hộ', required: true, sensitive: 'basic' },
  address: { kind: 'text', maxLength: 300, label: 'Địa chỉ', labelEn: 'Address', hint: 'Số nhà, đường, tổ.', required: false, sensitive: 'basic' },
  walkNote: { kind: 'text', maxLength: 200, label: 'Chỉ đường', labelEn: 'How to find it', hint: 'Ví dụ: cạnh nhà cộng đồng, qua suối rẽ trái.', required: false },
  walkOrder: { kind: 'integer', max: 100_000, label: 'Thứ tự đi', labelEn: 'Order in the round', required: false },
  phone: { kind: 'phone', label: 'Số điện thoại', labelEn: 'Phone', required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },
  householdState: { kind: 'choice', options: householdStates, label: 'Tình trạng hộ', labelEn: 'State of the household', required: false },
  ethnicityCode: { kind: 'code', codeList: 'ethnicity', label: 'Dân tộc của chủ hộ', labelEn: 'Ethnicity of the head', short: 'Dân tộc', required: false, sensitive: 'sensitive' },
  povertyStatus: { kind: 'choice', options: povertyStatuses, label: 'Hộ nghèo, cận nghèo', labelEn: 'Poverty status', required: false, sensitive: 'sensitive' },
  povertyYear: { kind: 'integer', min: 2000, max: 2100, label: 'Năm công nhận', labelEn: 'Year recognised', askIf: poor, required: true, sensitive: 'sensitive' },
  povertyB1: { kind: 'integer', max: 500, unit: 'điểm', label: 'Điểm B1', labelEn: 'Score B1', askIf: poor, required: false, sensitive: 'sensitive' },
  povertyB2: { kind: 'integer', max: 120, unit: 'điểm', label: 'Điểm B2', labelEn: 'Score B2', askIf: poor, required: false, sensitive: 'sensitive' },
  povertyDecisionNo: { kind: 'text', maxLength: 60, label: 'Số quyết định công nhận', labelEn: 'Decision number', askIf: poor, required: false },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  { id: 'household', label: 'Hộ gia đình', labelEn: 'Household', fields: ['householdCode', 'headName', 'address', 'walkNote', 'walkOrder', 'phone', 'householdState', 'ethnicityCode'] },
  { id: 'poverty', label: 'Hộ nghèo, cận nghèo', labelEn: 'Poverty', fields: ['povertyStatus', 'povertyYear', 'povertyB1', 'povertyB2', 'povertyDecisionNo'] },
]

export const household1 = defineForm({
  kind: 'household',
  version: 1,
  prefix: 'HH',
  title: 'Hộ gia đình',
  titleEn: 'Household',
  legalBasis: 'Nghị định 07/2021/NĐ-CP (hộ nghèo, hộ cận nghèo)',
  groups,
  fields: household1Fields,
  checks: household1Checks,
})
