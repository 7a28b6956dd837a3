import { foldName } from '../../../identity/nameKey'
import { checkPhone } from '../../../identity/phone'
import type { PartialDate, PlainDate } from '../../../time'
import type { ValuesOf } from '../../answersOf'
import type { Check } from '../../form'
import type { asxh1Fields } from './asxh1'
import { asxh1GroupChecks } from './asxh1GroupChecks'
import { identityChecks } from '../identityChecks'
import { isAfter, visitChecks } from '../placeChecks'
import { povertyChecks } from '../povertyChecks'

export type Asxh = ValuesOf<typeof asxh1Fields>

const ACCOUNT_NUMBER = /^[0-9A-Za-z]{4,19}$/
const cashless: readonly string[] = ['BANK', 'EWALLET', 'MOBILE_MONEY']

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && foldName(a) !== foldName(b)

/** Whole days from one day to a later one. */
function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function afterVisit(id: string, field: keyof Asxh & string): Check<Asxh> {
  return { id, severity: 'error', fields: [field, 'collectedOn'],
    words: { vi: 'Ngày này sau ngày thu thập ({collectedOn|date})', en: 'This day is after the visit ({collectedOn|date})' },
    finds: (a) => isAfter(a[field] as PartialDate | undefined, a.collectedOn) && { collectedOn: a.collectedOn ?? '' } }
}

/** The checks of asxh@1. FROZEN with the form; ids are never reused. */
export const asxh1Checks: readonly Check<Asxh>[] = [
  ...visitChecks('BT'),
  ...identityChecks('BT'),
  ...asxh1GroupChecks,
  ...povertyChecks('BT'),
  afterVisit('BT-032', 'disabilityCertificateDate'),
  { id: 'BT-033', severity: 'warning', fields: ['disabilityDegree', 'groups'],
    words: { vi: 'Khuyết tật nhẹ không có trợ cấp hằng tháng. Xem lại giấy xác nhận.', en: 'A mild disability gives no monthly allowance. Check the certificate.' },
    finds: ({ disabilityDegree, groups = [] }) => disabilityDegree === '3' && groups.some((row) => row.code === 'BT06') },
  { id: 'BT-040', severity: 'error', fields: ['accountNumber'],
    words: { vi: 'Số tài khoản chỉ gồm chữ và số, từ 4 đến 19 ký tự', en: 'An account number has 4 to 19 letters and digits' },
    finds: ({ accountNumber }) => accountNumber !== undefined && !ACCOUNT_NUMBER.test(accountNumber) },
  { id: 'BT-041', severity: 'error', fields: ['accountNumber', 'accountKind'],
    words: { vi: 'Ví điện tử và tiền di động dùng số điện thoại di động làm số tài khoản', en: 'Wallets and mobile money use a mobile phone number' },
    finds: ({ accountNumber, accountKind }) =>
      accountNumber !== undefined && accountKind !== undefined && accountKind !== 'BANK' && checkPhone(accountNumber).kind !== 'mobile' },
  { id: 'BT-042', severity: 'warning', fields: ['accountOwnerName', 'accountStatus', 'fullName'],
    words: { vi: 'Tài khoản cá nhân nhưng tên chủ tài khoản khác tên người hưởng', en: 'Own account, but the owner’s name is not the beneficiary’s' },
    finds: (a) => a.accountStatus === 'PERSONAL' && differ(a.accountOwnerName, a.fullName) },
  { id: 'BT-043', severity: 'warning', fields: ['accountOwnerId', 'accountStatus', 'personalId'],
    words: { vi: 'Tài khoản cá nhân nhưng số CCCD chủ tài khoản khác số của người hưởng', en: 'Own account, but the owner’s number is not the beneficiary’s' },
    finds: (a) => a.accountStatus === 'PERSONAL' && differ(a.accountOwnerId, a.personalId) },
  { id: 'BT-044', severity: 'warning', fields: ['accountOwnerName', 'accountStatus', 'authorisedFullName'],
    words: { vi: 'Tên chủ tài khoản khác tên người được ủy quyền', en: 'The owner’s name is not the authorised person’s' },
    finds: (a) => a.accountStatus === 'AUTHORISED' && differ(a.accountOwnerName, a.authorisedFullName) },
  afterVisit('BT-045', 'authorisedDocumentDate'),
  { id: 'BT-046', severity: 'error', fields: ['authorisedValidTo', 'authorisedDocumentDate'],
    words: { vi: 'Giấy ủy quyền hết hạn trước ngày lập ({from|date})', en: 'The authorisation ends before it was made ({from|date})' },
    finds: (a) => isAfter(a.authorisedDocumentDate, a.authorisedValidTo) && { from: a.authorisedDocumentDate ?? '' } },
  { id: 'BT-047', severity: 'warning', fields: ['authorisedValidTo'],
    words: { vi: 'Giấy này đã hết hạn {days} ngày', en: 'This paper ran out {days} days ago' },
    finds: ({ authorisedValidTo }, { today }) =>
      authorisedValidTo !== undefined && authorisedValidTo < today && { days: daysBetween(authorisedValidTo, today) } },
  { id: 'BT-048', severity: 'warning', fields: ['authorisedPersonalId', 'personalId'],
    words: { vi: 'Người được ủy quyền ghi trùng số với người hưởng', en: 'The authorised person has the beneficiary’s number' },
    finds: (a) => a.authorisedPersonalId !== undefined && a.authorisedPersonalId === a.personalId },
  { id: 'BT-049', severity: 'warning', fields: ['guardianPersonalId', 'personalId'],
    words: { vi: 'Người giám hộ ghi trùng số với người hưởng', en: 'The guardian has the beneficiary’s number' },
    finds: (a) => a.guardianPersonalId !== undefined && a.guardianPersonalId === a.personalId },
  { id: 'BT-050', severity: 'error', fields: ['payMethod', 'accountStatus'],
    words: { vi: 'Chưa có tài khoản thì chỉ nhận tiền mặt: tại điểm chi trả hoặc tại nhà', en: 'Without an account payment is in cash, at a point or at home' },
    finds: ({ payMethod, accountStatus }) => accountStatus === 'NONE' && payMethod !== undefined && cashless.includes(payMethod) },
  { id: 'BT-051', severity: 'warning', fields: ['payMethod', 'accountKind'],
    words: { vi: 'Chi trả “{method|answer:payMethod}” nhưng tài khoản là “{kind|answer:accountKind}”. Xem lại.', en: 'Paid by “{method|answer:payMethod}”, but the account is “{kind|answer:accountKind}”. Check.' },
    finds: ({ payMethod, accountKind }) =>
      payMethod !== undefined && accountKind !== undefined && cashless.includes(payMethod) && payMethod !== accountKind && { method: payMethod, kind: accountKind } },
  afterVisit('BT-052', 'verifiedByPoliceDate'),
]
