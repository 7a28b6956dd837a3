import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { idMissingReasons, relationsToHead, sexes } from '../options'
import { person1Checks } from './person1Checks'

/*
 * A resident, version 1. FROZEN: a change needs person@2 with an upgrade step.
 * First lists often lack dates and numbers, so only the name is required. What is missing gives a warning (rule R06 of the
 * cleaning report), and the labour form asks for it.
 */

const noCardReasons = [
  { code: '1', label: 'Chưa đến tuổi', labelEn: 'Too young' },
  { code: '2', label: 'Chưa đi làm thẻ', labelEn: 'Has not applied' },
  { code: '3', label: 'Đã làm, chưa nhận thẻ', labelEn: 'Applied, not received' },
  { code: '4', label: 'Mất thẻ, hỏng thẻ', labelEn: 'Lost or broken' },
  { code: '5', label: 'Già yếu, khuyết tật, không đi lại được', labelEn: 'Too frail to go' },
  { code: '9', label: 'Lý do khác', labelEn: 'Other reason' },
] as const satisfies readonly CodeItem[]

const vneidLevels = [
  { code: '0', label: 'Chưa có', labelEn: 'None' },
  { code: '1', label: 'Mức 1', labelEn: 'Level 1' },
  { code: '2', label: 'Mức 2', labelEn: 'Level 2' },
] as const satisfies readonly CodeItem[]

const residenceStates = [
  { code: '1', label: 'Thường trú, đang ở', labelEn: 'Permanent, present' },
  { code: '2', label: 'Thường trú, đi vắng', labelEn: 'Permanent, away' },
  { code: '3', label: 'Tạm trú', labelEn: 'Temporary' },
  { code: '4', label: 'Ở nhưng chưa đăng ký', labelEn: 'Present, not registered' },
  { code: '5', label: 'Đã chuyển đi', labelEn: 'Moved away' },
  { code: '6', label: 'Đã chết', labelEn: 'Died' },
  { code: '7', label: 'Không rõ nơi cư trú', labelEn: 'Whereabouts not known' },
] as const satisfies readonly CodeItem[]

const gone: Condition = { op: 'in', field: 'residenceState', value: ['2', '5', '6', '7'] }

export const person1Fields = {
  fullName: { kind: 'text', maxLength: 100, label: 'Họ, chữ đệm và tên khai sinh', labelEn: 'Full name at birth', short: 'Họ và tên', hint: 'Ghi đúng như trên giấy tờ.', required: true, sensitive: 'basic' },
  born: { kind: 'date', datePrecision: 'year', label: 'Ngày, tháng, năm sinh', labelEn: 'Date of birth', short: 'Ngày sinh', hint: 'Người già chỉ nhớ năm thì ghi năm.', required: false, mayMiss: ['dontKnow'], sensitive: 'basic' },
  sex: { kind: 'choice', options: sexes, label: 'Giới tính', labelEn: 'Sex', required: false, sensitive: 'basic' },
  relationToHead: { kind: 'choice', options: relationsToHead, label: 'Quan hệ với chủ hộ', labelEn: 'Relation to head of household', short: 'Quan hệ', hint: 'Hỏi: “Người này là gì của chủ hộ?”', required: false, sensitive: 'basic' },
  ethnicityCode: { kind: 'code', codeList: 'ethnicity', label: 'Dân tộc', labelEn: 'Ethnicity', required: false, sensitive: 'sensitive' },

  personalId: { kind: 'personalId', label: 'Số định danh cá nhân/CCCD', labelEn: 'Personal number', short: 'Số CCCD', hint: 'Trẻ em chưa có thẻ vẫn có số, xem giấy khai sinh.', required: false, mayMiss: ['noneYet', 'dontKnow', 'refused'], sensitive: 'basic' },
  idMissingReason: { kind: 'choice', options: idMissingReasons, label: 'Lý do chưa có số định danh', labelEn: 'Why there is no personal number', askIf: { op: 'missing', field: 'personalId' }, required: true },
  oldId9: { kind: 'digits', lengths: [9], label: 'Số CMND cũ (9 số)', labelEn: 'Old nine-digit number', short: 'Số CMND cũ', required: false, sensitive: 'basic' },
  cardHeld: { kind: 'yesNo', label: 'Đã cầm thẻ CCCD/căn cước?', labelEn: 'Holds the identity card?', short: 'Đã có thẻ', hint: 'Hỏi: “Có thẻ căn cước chưa, cho xem thẻ.”', required: false },
  noCardReason: { kind: 'choice', options: noCardReasons, label: 'Vì sao chưa có thẻ?', labelEn: 'Why no card?', short: 'Lý do chưa có thẻ', askIf: { op: 'is', field: 'cardHeld', value: false }, required: true },
  vneidLevel: { kind: 'choice', options: vneidLevels, label: 'Tài khoản VNeID', labelEn: 'VNeID account', short: 'VNeID', hint: 'Hỏi: “Đã kích hoạt VNeID chưa, mức mấy?”', required: false },

  phone: { kind: 'phone', label: 'Số điện thoại', labelEn: 'Phone', required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },
  phoneInOwnName: { kind: 'yesNo', label: 'SIM đứng tên người này?', labelEn: 'SIM in own name?', short: 'SIM chính chủ', askIf: { op: 'answered', field: 'phone' }, required: false },
  socialInsuranceNo: { kind: 'digits', lengths: [10, 12], label: 'Mã số BHXH', labelEn: 'Social insurance number', hint: '10 số cuối trên thẻ bảo hiểm y tế.', required: false, sensitive: 'basic' },

  residenceState: { kind: 'choice', options: residenceStates, label: 'Tình trạng cư trú', labelEn: 'Residence', short: 'Cư trú', required: false },
  residenceSince: { kind: 'date', datePrecision: 'year', label: 'Từ ngày', labelEn: 'Since', hint: 'Ngày đi vắng, chuyển đi hoặc mất.', askIf: gone, required: false },
  residenceNote: { kind: 'text', maxLength: 300, label: 'Đi đâu, ghi chú', labelEn: 'Where to, note', short: 'Ghi chú cư trú', askIf: gone, required: false, sensitive: 'basic' },
  permanentAddressCode: { kind: 'commune', label: 'Nơi đăng ký thường trú: xã/phường', labelEn: 'Permanent residence: commune', short: 'Xã thường trú', required: false, sensitive: 'basic' },
  permanentAddressDetail: { kind: 'text', label: 'Nơi đăng ký thường trú: thôn, số nhà, đường', labelEn: 'Permanent residence: detail', short: 'Địa chỉ thường trú', required: false, sensitive: 'basic' },
  permanentAddressRaw: { kind: 'text', maxLength: 300, label: 'Địa chỉ ghi trên thẻ', labelEn: 'Address as printed on the card', required: false, system: true, sensitive: 'basic' },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  { id: 'person', label: 'Thông tin cá nhân', labelEn: 'Person', fields: ['fullName', 'born', 'sex', 'relationToHead', 'ethnicityCode'] },
  { id: 'papers', label: 'Giấy tờ', labelEn: 'Papers', fields: ['personalId', 'idMissingReason', 'oldId9', 'cardHeld', 'noCardReason', 'vneidLevel'] },
  { id: 'contact', label: 'Liên lạc', labelEn: 'Contact', fields: ['phone', 'phoneInOwnName', 'socialInsuranceNo'] },
  { id: 'residence', label: 'Cư trú', labelEn: 'Residence', fields: ['residenceState', 'residenceSince', 'residenceNote', 'permanentAddressCode', 'permanentAddressDetail', 'permanentAddressRaw'] },
]

export const person1 = defineForm({
  kind: 'person',
  version: 1,
  prefix: 'PE',
  title: 'Người',
  titleEn: 'Person',
  legalBasis: 'Thông tư 01/2022/TT-BLĐTBXH Điều 6',
  groups,
  fields: person1Fields,
  checks: person1Checks,
})
