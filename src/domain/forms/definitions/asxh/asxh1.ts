import type { CodeItem } from '../../../codes/codeItem'
import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { asxh1Checks } from './asxh1Checks'
import { idMissingReasons, povertyStatuses, sexes } from '../options'

/*
 * Check of one social-protection beneficiary, version 1. FROZEN: a change needs asxh@2 with an upgrade step.
 * Fields: Nghị định 20/2021/NĐ-CP Điều 34 and the account lists of the communes. Monthly payments (period, kind, amount,
 * method, status) are not part of this version: they belong to the payment lists, not to a visit.
 */

const rowIn = (codes: readonly string[]): Condition => ({ op: 'anyRow', field: 'groups', row: { op: 'in', field: 'code', value: codes } })
const codeIn = (codes: readonly string[]): Condition => ({ op: 'in', field: 'code', value: codes })

/** Groups whose coefficient is in the decision. BT04 has 1,0 per child; HT is paid the rate itself. */
const withCoefficient = ['BT01', 'BT02', 'BT03', 'BT05', 'BT06', 'BT07', 'BT08']
/** Groups whose monthly amount is in the decision. */
const withAmount = ['BT09', 'NC01', 'NC02', 'NC03', 'NC04', 'NC05', 'NC06', 'NC07', 'NC08', 'NC09', 'NC10', 'NC11', 'NC12', 'TN01']

const livesElsewhere: Condition = { op: 'is', field: 'sameAsPermanent', value: false }
const disabledGroup = rowIn(['BT06'])
const disabled: Condition = { op: 'any', of: [{ op: 'is', field: 'hasDisability', value: true }, disabledGroup] }
const poor: Condition = { op: 'in', field: 'povertyStatus', value: ['HN', 'CN'] }
const povertyGroup: Condition = {
  op: 'any',
  of: [
    rowIn(['BT03', 'BT04', 'BT07', 'BT08', 'HT02']),
    { op: 'anyRow', field: 'groups', row: { op: 'all', of: [codeIn(['BT05']), { op: 'in', field: 'subCode', value: ['a', 'b', 'd'] }] } },
  ],
}
const guarded: Condition = {
  op: 'any',
  of: [{ op: 'youngerThan', field: 'born', on: 'collectedOn', value: 18 }, { op: 'is', field: 'lacksCapacity', value: true }],
}
const hasAccount: Condition = { op: 'in', field: 'accountStatus', value: ['PERSONAL', 'AUTHORISED'] }
const atBank: Condition = { op: 'is', field: 'accountKind', value: 'BANK' }
const authorised: Condition = { op: 'is', field: 'accountStatus', value: 'AUTHORISED' }
const noAccount: Condition = { op: 'is', field: 'accountStatus', value: 'NONE' }

/** Points of khoản 1 (a-l) and khoản 5 (a-d) of Điều 5. Their words for each group are in `codes/benefits`. */
const subCodes = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l'].map((code) => ({ code, label: `Điểm ${code}`, labelEn: `Point ${code}` })) satisfies readonly CodeItem[]

/** Codes are in tenths: 15 = 1,5. Source: Nghị định 20/2021/NĐ-CP Điều 6. */
const coefficients = [
  { code: '10', label: '1,0', labelEn: '1.0' },
  { code: '15', label: '1,5', labelEn: '1.5' },
  { code: '20', label: '2,0', labelEn: '2.0' },
  { code: '25', label: '2,5', labelEn: '2.5' },
  { code: '30', label: '3,0', labelEn: '3.0' },
] as const satisfies readonly CodeItem[]

/** Source: Luật 51/2010/QH12 Điều 3. */
const disabilityTypes = [
  { code: '1', label: 'Vận động', labelEn: 'Movement' },
  { code: '2', label: 'Nghe, nói', labelEn: 'Hearing, speaking' },
  { code: '3', label: 'Nhìn', labelEn: 'Seeing' },
  { code: '4', label: 'Thần kinh, tâm thần', labelEn: 'Mental health' },
  { code: '5', label: 'Trí tuệ', labelEn: 'Intellectual' },
  { code: '6', label: 'Khác', labelEn: 'Other' },
] as const satisfies readonly CodeItem[]

const disabilityDegrees = [
  { code: '1', label: 'Đặc biệt nặng', labelEn: 'Exceptionally severe' },
  { code: '2', label: 'Nặng', labelEn: 'Severe' },
  { code: '3', label: 'Nhẹ', labelEn: 'Mild' },
] as const satisfies readonly CodeItem[]

const kinRelations = [
  { code: '1', label: 'Cha/Mẹ', labelEn: 'Parent' },
  { code: '2', label: 'Vợ/Chồng', labelEn: 'Spouse' },
  { code: '3', label: 'Con', labelEn: 'Child' },
  { code: '4', label: 'Ông/Bà', labelEn: 'Grandparent' },
  { code: '5', label: 'Anh, Chị, Em', labelEn: 'Sibling' },
  { code: '6', label: 'Cháu', labelEn: 'Grandchild, nephew or niece' },
  { code: '7', label: 'Họ hàng khác', labelEn: 'Other relative' },
  { code: '9', label: 'Không phải họ hàng', labelEn: 'Not related' },
] as const satisfies readonly CodeItem[]

/** Source: Nghị định 131/2021/NĐ-CP. */
const meritRelations = [
  { code: '1', label: 'Cha đẻ', labelEn: 'Father' },
  { code: '2', label: 'Mẹ đẻ', labelEn: 'Mother' },
  { code: '3', label: 'Vợ/Chồng', labelEn: 'Spouse' },
  { code: '4', label: 'Con', labelEn: 'Child' },
  { code: '5', label: 'Người có công nuôi liệt sĩ', labelEn: 'Foster parent of a martyr' },
  { code: '9', label: 'Người thờ cúng, người khác', labelEn: 'Other' },
] as const satisfies readonly CodeItem[]

const accountStatuses = [
  { code: 'PERSONAL', label: 'Tài khoản cá nhân', labelEn: 'Own account' },
  { code: 'AUTHORISED', label: 'Tài khoản ủy quyền', labelEn: 'Account of an authorised person' },
  { code: 'NONE', label: 'Chưa có tài khoản', labelEn: 'No account' },
] as const satisfies readonly CodeItem[]

const accountKinds = [
  { code: 'BANK', label: 'Tài khoản ngân hàng', labelEn: 'Bank account' },
  { code: 'EWALLET', label: 'Ví điện tử', labelEn: 'E-wallet' },
  { code: 'MOBILE_MONEY', label: 'Tiền di động (Mobile Money)', labelEn: 'Mobile money' },
] as const satisfies readonly CodeItem[]

const noAccountReasons = [
  { code: '1', label: 'Chưa có giấy tờ', labelEn: 'No papers' },
  { code: '2', label: 'Xa ngân hàng, xa điểm giao dịch', labelEn: 'Bank too far' },
  { code: '3', label: 'Già yếu, khuyết tật, không đi lại được', labelEn: 'Too frail to go' },
  { code: '4', label: 'Không có điện thoại', labelEn: 'No phone' },
  { code: '5', label: 'Không biết cách dùng', labelEn: 'Does not know how' },
  { code: '6', label: 'Muốn nhận tiền mặt', labelEn: 'Prefers cash' },
  { code: '9', label: 'Lý do khác', labelEn: 'Other reason' },
] as const satisfies readonly CodeItem[]

/** The first three are cashless. */
const payMethods = [
  { code: 'BANK', label: 'Qua tài khoản ngân hàng', labelEn: 'Bank transfer' },
  { code: 'EWALLET', label: 'Qua ví điện tử', labelEn: 'E-wallet' },
  { code: 'MOBILE_MONEY', label: 'Qua tiền di động', labelEn: 'Mobile money' },
  { code: 'CASH_POINT', label: 'Tiền mặt tại điểm chi trả', labelEn: 'Cash at a paying point' },
  { code: 'CASH_HOME', label: 'Tiền mặt tại nhà', labelEn: 'Cash at home' },
] as const satisfies readonly CodeItem[]

const groupColumns = {
  code: { kind: 'code', codeList: 'benefitGroup', label: 'Nhóm đối tượng', labelEn: 'Group', required: true, sensitive: 'health' },
  subCode: { kind: 'choice', options: subCodes, label: 'Điểm', labelEn: 'Point', askIf: codeIn(['BT01', 'BT05']), required: true },
  coefficient: { kind: 'choice', options: coefficients, label: 'Hệ số', labelEn: 'Coefficient', askIf: codeIn(withCoefficient), required: true },
  amount: { kind: 'money', unit: 'đồng/tháng', label: 'Mức trợ cấp hằng tháng', labelEn: 'Monthly amount', hint: 'Ghi theo quyết định.', askIf: codeIn(withAmount), required: true },
  validFrom: { kind: 'date', datePrecision: 'year', label: 'Hưởng từ', labelEn: 'From', required: true },
  validTo: { kind: 'date', datePrecision: 'year', label: 'Hưởng đến', labelEn: 'To', hint: 'Để trống nếu chưa biết ngày thôi hưởng.', required: false },
  decisionNo: { kind: 'text', maxLength: 60, label: 'Số quyết định', labelEn: 'Decision number', required: false },
  decisionDate: { kind: 'date', label: 'Ngày quyết định', labelEn: 'Decision date', required: false },
  decisionBy: { kind: 'text', maxLength: 120, label: 'Cơ quan quyết định', labelEn: 'Decided by', required: false },
} as const satisfies Readonly<Record<string, Field>>

export const asxh1Fields = {
  provinceCode: { kind: 'digits', lengths: [2], label: 'Tỉnh/thành phố', labelEn: 'Province', required: true, system: true },
  communeCode: { kind: 'commune', label: 'Xã/phường/đặc khu', labelEn: 'Commune', required: true, system: true },
  hamletCode: { kind: 'text', maxLength: 40, label: 'Mã thôn', labelEn: 'Hamlet code', required: true, system: true },
  hamletName: { kind: 'text', label: 'Thôn/ấp/bản/khu phố/tổ', labelEn: 'Hamlet', short: 'Thôn', required: true, system: true },
  householdCode: { kind: 'text', maxLength: 40, label: 'Mã hộ gia đình', labelEn: 'Household code', short: 'Mã hộ', required: true, system: true },
  collectedOn: { kind: 'date', label: 'Ngày thu thập', labelEn: 'Collected on', required: true, system: true },
  collectorId: { kind: 'text', maxLength: 40, label: 'Người thu thập', labelEn: 'Collector', required: true, system: true },
  formNumber: { kind: 'text', maxLength: 100, label: 'Số hiệu mẫu phiếu', labelEn: 'Form number', required: false, system: true },

  beneficiaryCode: { kind: 'text', maxLength: 40, label: 'Mã đối tượng (mã hồ sơ)', labelEn: 'Beneficiary code', short: 'Mã đối tượng', hint: 'Ghi nếu đã có trong sổ chi trả.', required: false },
  fullName: { kind: 'text', maxLength: 100, label: 'Họ, chữ đệm và tên khai sinh', labelEn: 'Full name at birth', short: 'Họ và tên', hint: 'Ghi đúng như trên giấy tờ.', required: true, sensitive: 'basic' },
  born: { kind: 'date', datePrecision: 'year', label: 'Ngày, tháng, năm sinh', labelEn: 'Date of birth', short: 'Ngày sinh', hint: 'Người già chỉ nhớ năm thì ghi năm.', required: true, sensitive: 'basic' },
  sex: { kind: 'choice', options: sexes, label: 'Giới tính', labelEn: 'Sex', required: true, sensitive: 'basic' },
  personalId: { kind: 'personalId', label: 'Số định danh cá nhân/CCCD', labelEn: 'Personal number', short: 'Số CCCD', hint: 'Trẻ em chưa có thẻ vẫn có số, xem giấy khai sinh.', required: true, mayMiss: ['noneYet', 'dontKnow', 'refused'], sensitive: 'basic' },
  idMissingReason: { kind: 'choice', options: idMissingReasons, label: 'Lý do chưa có số định danh', labelEn: 'Why there is no personal number', askIf: { op: 'missing', field: 'personalId' }, required: true },
  ethnicityCode: { kind: 'code', codeList: 'ethnicity', label: 'Dân tộc', labelEn: 'Ethnicity', required: true, sensitive: 'sensitive' },
  phone: { kind: 'phone', label: 'Số điện thoại', labelEn: 'Phone', required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },

  permanentAddressCode: { kind: 'commune', label: 'Nơi đăng ký thường trú: xã/phường', labelEn: 'Permanent residence: commune', short: 'Xã thường trú', required: true, sensitive: 'basic' },
  permanentAddressDetail: { kind: 'text', label: 'Nơi đăng ký thường trú: thôn, số nhà, đường', labelEn: 'Permanent residence: detail', short: 'Địa chỉ thường trú', required: true, sensitive: 'basic' },
  permanentAddressRaw: { kind: 'text', maxLength: 300, label: 'Địa chỉ ghi trên thẻ', labelEn: 'Address as printed on the card', required: false, system: true, sensitive: 'basic' },
  sameAsPermanent: { kind: 'yesNo', label: 'Đang ở đúng nơi đăng ký thường trú?', labelEn: 'Lives at the permanent residence?', short: 'Ở nơi thường trú', required: true },
  currentAddressCode: { kind: 'commune', label: 'Nơi ở hiện tại: xã/phường', labelEn: 'Current residence: commune', short: 'Xã đang ở', askIf: livesElsewhere, required: true, sensitive: 'basic' },
  currentAddressDetail: { kind: 'text', label: 'Nơi ở hiện tại: thôn, số nhà, đường', labelEn: 'Current residence: detail', short: 'Nơi ở hiện tại', askIf: livesElsewhere, required: true, sensitive: 'basic' },

  groups: { kind: 'rows', columns: groupColumns, label: 'Nhóm đối tượng, quyết định', labelEn: 'Groups and decisions', short: 'Nhóm', hint: 'Hỏi: “Đang hưởng trợ cấp gì, cho xem quyết định.”', required: true, sensitive: 'health' },
  childrenRaised: { kind: 'integer', min: 1, max: 20, unit: 'con', label: 'Số con đang nuôi được tính trợ cấp', labelEn: 'Children counted', askIf: rowIn(['BT04']), required: true },
  meritPersonName: { kind: 'text', maxLength: 100, label: 'Họ tên người có công hoặc liệt sĩ', labelEn: 'Name of the person with merit', askIf: rowIn(['TN01', 'NC03']), required: true, sensitive: 'basic' },
  relationToMeritPerson: { kind: 'choice', options: meritRelations, label: 'Là gì của người có công', labelEn: 'Relation to that person', askIf: rowIn(['TN01', 'NC03']), required: true },
  monthlyAmount: { kind: 'money', unit: 'đồng/tháng', label: 'Trợ cấp hằng tháng', labelEn: 'Monthly allowance', short: 'Mức trợ cấp', required: false, computed: true },

  hasDisability: { kind: 'yesNo', label: 'Có giấy xác nhận khuyết tật không?', labelEn: 'Has a disability certificate?', short: 'Khuyết tật', askIf: { op: 'not', of: [disabledGroup] }, required: true, sensitive: 'health' },
  disabilityTypes: { kind: 'multi', options: disabilityTypes, label: 'Dạng khuyết tật', labelEn: 'Kinds of disability', askIf: disabled, required: true, sensitive: 'health' },
  disabilityDegree: { kind: 'choice', options: disabilityDegrees, label: 'Mức độ khuyết tật', labelEn: 'Degree of disability', askIf: disabled, required: true, sensitive: 'health' },
  disabilityCertificateNo: { kind: 'text', maxLength: 60, label: 'Số giấy xác nhận khuyết tật', labelEn: 'Certificate number', askIf: disabled, required: disabledGroup, mayMiss: ['dontKnow'], sensitive: 'health' },
  disabilityCertificateDate: { kind: 'date', datePrecision: 'year', label: 'Ngày cấp giấy xác nhận', labelEn: 'Certificate date', askIf: disabled, required: disabledGroup, mayMiss: ['dontKnow'], sensitive: 'health' },

  povertyStatus: { kind: 'choice', options: povertyStatuses, label: 'Hộ nghèo, cận nghèo', labelEn: 'Poverty status', required: povertyGroup, sensitive: 'sensitive' },
  povertyYear: { kind: 'integer', min: 2000, max: 2100, label: 'Năm công nhận', labelEn: 'Year recognised', askIf: poor, required: true, sensitive: 'sensitive' },
  povertyB1: { kind: 'integer', max: 500, unit: 'điểm', label: 'Điểm B1', labelEn: 'Score B1', askIf: poor, required: povertyGroup, mayMiss: ['dontKnow'], sensitive: 'sensitive' },
  povertyB2: { kind: 'integer', max: 120, unit: 'điểm', label: 'Điểm B2', labelEn: 'Score B2', askIf: poor, required: povertyGroup, mayMiss: ['dontKnow'], sensitive: 'sensitive' },
  povertyDecisionNo: { kind: 'text', maxLength: 60, label: 'Số quyết định công nhận hộ nghèo, cận nghèo', labelEn: 'Poverty decision number', askIf: poor, required: false },

  lacksCapacity: { kind: 'yesNo', label: 'Mất năng lực hành vi dân sự?', labelEn: 'Lacks legal capacity?', short: 'Mất năng lực hành vi', hint: 'Chỉ chọn “Có” khi có quyết định của tòa án.', required: true, sensitive: 'health' },
  guardianFullName: { kind: 'text', maxLength: 100, label: 'Họ tên người giám hộ', labelEn: 'Guardian', askIf: guarded, required: true, sensitive: 'basic' },
  guardianPersonalId: { kind: 'personalId', label: 'Số CCCD người giám hộ', labelEn: 'Guardian’s personal number', askIf: guarded, required: true, mayMiss: ['noneYet', 'dontKnow', 'refused'], sensitive: 'basic' },
  guardianRelation: { kind: 'choice', options: kinRelations, label: 'Người giám hộ là gì của người này', labelEn: 'Guardian’s relation', askIf: guarded, required: true },
  guardianPhone: { kind: 'phone', label: 'Số điện thoại người giám hộ', labelEn: 'Guardian’s phone', askIf: guarded, required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },

  accountStatus: { kind: 'choice', options: accountStatuses, label: 'Tình trạng tài khoản', labelEn: 'Account', hint: 'Hỏi: “Tiền trợ cấp chuyển vào tài khoản của ai?”', required: true, sensitive: 'sensitive' },
  accountKind: { kind: 'choice', options: accountKinds, label: 'Loại tài khoản', labelEn: 'Kind of account', askIf: hasAccount, required: true, sensitive: 'sensitive' },
  accountOwnerName: { kind: 'text', maxLength: 100, label: 'Tên chủ tài khoản', labelEn: 'Account owner', askIf: hasAccount, required: true, sensitive: 'sensitive' },
  accountOwnerId: { kind: 'personalId', label: 'Số CCCD chủ tài khoản', labelEn: 'Owner’s personal number', askIf: hasAccount, required: false, mayMiss: ['dontKnow', 'refused'], sensitive: 'basic' },
  bankBin: { kind: 'code', codeList: 'bank', label: 'Ngân hàng hoặc ví', labelEn: 'Bank or wallet', short: 'Ngân hàng', askIf: hasAccount, required: atBank, sensitive: 'sensitive' },
  bankBranch: { kind: 'text', maxLength: 120, label: 'Chi nhánh', labelEn: 'Branch', askIf: atBank, required: false, sensitive: 'sensitive' },
  accountNumber: { kind: 'text', compact: true, maxLength: 19, label: 'Số tài khoản', labelEn: 'Account number', hint: 'Đọc lại cho người dân nghe từng nhóm 4 số. Ví, tiền di động thì ghi số điện thoại.', askIf: hasAccount, required: true, sensitive: 'sensitive' },

  authorisedFullName: { kind: 'text', maxLength: 100, label: 'Họ tên người được ủy quyền', labelEn: 'Authorised person', required: true, sensitive: 'basic' },
  authorisedPersonalId: { kind: 'personalId', label: 'Số CCCD người được ủy quyền', labelEn: 'Authorised person’s number', required: true, sensitive: 'basic' },
  authorisedRelation: { kind: 'choice', options: kinRelations, label: 'Người được ủy quyền là gì của người này', labelEn: 'Authorised person’s relation', required: true },
  authorisedPhone: { kind: 'phone', label: 'Số điện thoại người được ủy quyền', labelEn: 'Authorised person’s phone', required: false, mayMiss: ['noneYet', 'refused'], sensitive: 'basic' },
  authorisedDocumentNo: { kind: 'text', maxLength: 60, label: 'Số văn bản ủy quyền', labelEn: 'Authorisation number', required: true },
  authorisedDocumentDate: { kind: 'date', label: 'Ngày văn bản ủy quyền', labelEn: 'Authorisation date', required: true },
  authorisedValidTo: { kind: 'date', label: 'Giấy ủy quyền có hạn đến', labelEn: 'Authorisation valid to', required: false },

  noAccountReason: { kind: 'choice', options: noAccountReasons, label: 'Vì sao chưa có tài khoản?', labelEn: 'Why no account?', short: 'Lý do chưa có tài khoản', required: true },
  noAccountReasonOther: { kind: 'text', label: 'Lý do khác', labelEn: 'Other reason', askIf: { op: 'is', field: 'noAccountReason', value: '9' }, required: true },
  wantsAccount: { kind: 'yesNo', label: 'Có muốn mở tài khoản không?', labelEn: 'Wants an account?', short: 'Muốn mở tài khoản', required: true },

  payMethod: { kind: 'choice', options: payMethods, label: 'Hình thức chi trả', labelEn: 'Payment method', hint: 'Hỏi: “Tháng vừa rồi nhận tiền bằng cách nào?”', required: true },
  payingAgency: { kind: 'text', label: 'Tổ chức dịch vụ chi trả', labelEn: 'Paying agency', hint: 'Ví dụ: Bưu điện tỉnh.', required: false },
  verifiedByPolice: { kind: 'yesNo', label: 'Công an xã đã đối chiếu CSDLQG về dân cư?', labelEn: 'Matched with the population database?', short: 'Đã đối chiếu dân cư', required: false },
  verifiedByPoliceDate: { kind: 'date', label: 'Ngày đối chiếu', labelEn: 'Matched on', askIf: { op: 'is', field: 'verifiedByPolice', value: true }, required: true },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  { id: 'record', label: 'Thông tin phiếu', labelEn: 'About this form', fields: ['provinceCode', 'communeCode', 'hamletCode', 'hamletName', 'householdCode', 'collectedOn', 'collectorId', 'formNumber'] },
  { id: 'person', label: 'Người hưởng', labelEn: 'Beneficiary', fields: ['beneficiaryCode', 'fullName', 'born', 'sex', 'personalId', 'idMissingReason', 'ethnicityCode', 'phone'] },
  { id: 'residence', label: 'Nơi ở', labelEn: 'Residence', fields: ['permanentAddressCode', 'permanentAddressDetail', 'permanentAddressRaw', 'sameAsPermanent', 'currentAddressCode', 'currentAddressDetail'] },
  { id: 'benefits', label: 'Nhóm đối tượng, trợ cấp', labelEn: 'Groups and allowance', fields: ['groups', 'childrenRaised', 'meritPersonName', 'relationToMeritPerson'] },
  { id: 'disability', label: 'Khuyết tật', labelEn: 'Disability', fields: ['hasDisability', 'disabilityTypes', 'disabilityDegree', 'disabilityCertificateNo', 'disabilityCertificateDate', 'monthlyAmount'] },
  { id: 'poverty', label: 'Hộ nghèo, cận nghèo', labelEn: 'Poverty', fields: ['povertyStatus', 'povertyYear', 'povertyB1', 'povertyB2', 'povertyDecisionNo'] },
  { id: 'guardian', label: 'Người giám hộ', labelEn: 'Guardian', fields: ['lacksCapacity', 'guardianFullName', 'guardianPersonalId', 'guardianRelation', 'guardianPhone'] },
  { id: 'account', label: 'Tài khoản nhận tiền', labelEn: 'Account', fields: ['accountStatus', 'accountKind', 'accountOwnerName', 'accountOwnerId', 'bankBin', 'bankBranch', 'accountNumber'] },
  { id: 'authorised', label: 'Người được ủy quyền', labelEn: 'Authorised person', askIf: authorised, fields: ['authorisedFullName', 'authorisedPersonalId', 'authorisedRelation', 'authorisedPhone', 'authorisedDocumentNo', 'authorisedDocumentDate', 'authorisedValidTo'] },
  { id: 'noAccount', label: 'Chưa có tài khoản', labelEn: 'No account', askIf: noAccount, fields: ['noAccountReason', 'noAccountReasonOther', 'wantsAccount'] },
  { id: 'payment', label: 'Chi trả, đối chiếu', labelEn: 'Payment and verification', fields: ['payMethod', 'payingAgency', 'verifiedByPolice', 'verifiedByPoliceDate'] },
]

export const asxh1 = defineForm({
  kind: 'asxh',
  version: 1,
  prefix: 'BT',
  title: 'Hồ sơ ASXH',
  titleEn: 'Beneficiary record',
  legalBasis: 'Nghị định 20/2021/NĐ-CP Điều 34; Nghị định 335/2026/NĐ-CP; Nghị định 176/2025/NĐ-CP; Nghị định 131/2021/NĐ-CP',
  groups,
  fields: asxh1Fields,
  checks: asxh1Checks,
})
