import { describe, expect, it } from 'vitest'
import type { Answers, AnswerRow } from '../../../../../src/domain/forms/answers'
import { asxh1 } from '../../../../../src/domain/forms/definitions/asxh/asxh1'
import { disabledElder } from '../../completeAnswers'
import { interview } from '../../interview'

const decided = { validFrom: '2024-07', decisionNo: '123/QĐ-UBND', decisionDate: '2024-06-20' }
const severe: AnswerRow = { code: 'BT06', coefficient: '20', ...decided }
const withRows = (...groups: readonly AnswerRow[]): Answers => ({ ...disabledElder, groups })
const byProxy: Answers = {
  ...disabledElder, accountStatus: 'AUTHORISED', accountOwnerName: 'Pi Năng Thị Sinh',
  authorisedFullName: 'Pi Năng Thị Sinh', authorisedPersonalId: '058168000001', authorisedRelation: '3', authorisedDocumentNo: '07/UQ', authorisedDocumentDate: '2025-10-04',
}
const incapable: Answers = { ...disabledElder, lacksCapacity: true, guardianFullName: 'Pi Năng Thị Sinh', guardianPersonalId: '058168000001', guardianRelation: '3' }
const wallet: Answers = { ...disabledElder, accountKind: 'EWALLET', bankBin: '971025', accountNumber: '0356112233', payMethod: 'EWALLET' }
const poor: Answers = { ...disabledElder, povertyStatus: 'HN', povertyYear: 2026, povertyB1: 120, povertyB2: 40 }

const cases: readonly (readonly [string, Answers, string, 'error' | 'warning', string, string])[] = [
  ['a birth after the visit', { ...incapable, born: '2026-11-21', personalId: { missing: 'noneYet' }, idMissingReason: '1' }, 'BT-002', 'error', 'born', 'Ngày này sau ngày thu thập (20/11/2026)'],
  ['a visit in the future', { ...disabledElder, collectedOn: '2026-12-01' }, 'BT-003', 'error', 'collectedOn', 'Ngày thu thập 01/12/2026 sau hôm nay (25/11/2026). Xem lại ngày của máy.'],
  ['a name of one word', { ...disabledElder, fullName: 'Đượm', accountOwnerName: 'Đượm' }, 'BT-006', 'warning', 'fullName', 'Họ tên mới có một chữ. Xem lại giấy tờ.'],
  ['a name with a sign', { ...disabledElder, fullName: 'Ka Tơr Mai*', accountOwnerName: 'Ka Tơr Mai*' }, 'BT-007', 'error', 'fullName', 'Họ tên chỉ gồm chữ cái, dấu cách, dấu phẩy trên và dấu gạch nối'],
  ['a number of a man on a woman’s record', { ...disabledElder, personalId: '058065000123' }, 'BT-010', 'warning', 'personalId', 'Số này là của nam, phiếu ghi nữ. Nhìn lại thẻ.'],
  ['a number of another year', { ...disabledElder, personalId: '058164000123' }, 'BT-011', 'warning', 'personalId', 'Số này là của người sinh năm 1964, phiếu ghi 1965. Nhìn lại thẻ.'],
  ['a number of no province', { ...disabledElder, personalId: '999165000123' }, 'BT-012', 'warning', 'personalId', 'Ba số đầu 999 không phải mã tỉnh nào. Nhìn lại thẻ. Sinh ở nước ngoài thì giữ nguyên.'],
  ['groups that are all over', withRows({ ...severe, validTo: '2026-10' }), 'BT-020', 'error', 'groups', 'Không còn nhóm nào đang hưởng vào ngày thu thập (20/11/2026)'],
  ['a group that ends before it begins', withRows(severe, { code: 'HT01', ...decided, validTo: '2024-06' }), 'BT-021', 'error', 'groups', 'Dòng 2: ngày thôi hưởng trước ngày bắt đầu hưởng'],
  ['a decision from after the visit', withRows({ ...severe, decisionDate: '2026-11-21' }), 'BT-022', 'error', 'groups', 'Dòng 1: ngày quyết định sau ngày thu thập'],
  ['a point a group does not have', { ...poor, groups: [severe, { code: 'BT05', subCode: 'k', coefficient: '15', ...decided }] }, 'BT-023', 'error', 'groups', 'Dòng 2: nhóm BT05 không có điểm k'],
  ['a coefficient that is not the group’s', withRows({ ...severe, coefficient: '15' }), 'BT-024', 'warning', 'groups', 'Dòng 1: hệ số khác mức của nhóm BT06 theo tuổi và khuyết tật. Xem lại quyết định.'],
  ['an age that does not fit the group', withRows(severe, { code: 'HT01', ...decided, validFrom: '2026-01' }), 'BT-025', 'warning', 'groups', 'Dòng 2: tuổi hoặc mức khuyết tật chưa khớp nhóm HT01'],
  ['a decision without a number', withRows({ ...severe, decisionNo: undefined }), 'BT-026', 'warning', 'groups', 'Dòng 1: chưa ghi số quyết định'],
  ['a group written twice', withRows(severe, { ...severe, decisionNo: '9' }), 'BT-027', 'warning', 'groups', 'Dòng 2: nhóm BT06 ghi hai lần'],
  ['a group for the poor in a household that is not', { ...disabledElder, povertyStatus: 'KN', groups: [severe, { code: 'BT08', coefficient: '15', ...decided }] }, 'BT-028', 'warning', 'groups', 'Dòng 2: nhóm ••• dành cho hộ nghèo, cận nghèo, phiếu ghi “Không thuộc hộ nghèo, cận nghèo”'],
  ['scores above the line', { ...poor, povertyB1: 176 }, 'BT-030', 'warning', 'povertyB1', 'Điểm B1 176 cao hơn mức hộ nghèo, cận nghèo (140 ở xã, 175 ở phường). Xem lại.'],
  ['scores of the near-poor on a poor household', { ...poor, povertyB2: 20 }, 'BT-031', 'warning', 'povertyB2', 'Điểm B2 20: từ 30 điểm là hộ nghèo, dưới 30 điểm là hộ cận nghèo. Xem lại.'],
  ['a certificate from after the visit', { ...disabledElder, disabilityCertificateDate: '2027' }, 'BT-032', 'error', 'disabilityCertificateDate', 'Ngày này sau ngày thu thập (20/11/2026)'],
  ['an account number with other signs', { ...disabledElder, accountNumber: '4809/205' }, 'BT-040', 'error', 'accountNumber', 'Số tài khoản chỉ gồm chữ và số, từ 4 đến 19 ký tự'],
  ['a wallet without a phone number', { ...wallet, accountNumber: '4809205123456' }, 'BT-041', 'error', 'accountNumber', 'Ví điện tử và tiền di động dùng số điện thoại di động làm số tài khoản'],
  ['an own account in another name', { ...disabledElder, accountOwnerName: 'Ka Tơr Bình' }, 'BT-042', 'warning', 'accountOwnerName', 'Tài khoản cá nhân nhưng tên chủ tài khoản khác tên người hưởng'],
  ['an own account under another number', { ...disabledElder, accountOwnerId: '058165000124' }, 'BT-043', 'warning', 'accountOwnerId', 'Tài khoản cá nhân nhưng số CCCD chủ tài khoản khác số của người hưởng'],
  ['an account of a third person', { ...byProxy, accountOwnerName: 'Ka Tơr Bình' }, 'BT-044', 'warning', 'accountOwnerName', 'Tên chủ tài khoản khác tên người được ủy quyền'],
  ['an authorisation from after the visit', { ...byProxy, authorisedDocumentDate: '2026-11-21' }, 'BT-045', 'error', 'authorisedDocumentDate', 'Ngày này sau ngày thu thập (20/11/2026)'],
  ['an authorisation past its last day', { ...byProxy, authorisedValidTo: '2026-10-05' }, 'BT-047', 'warning', 'authorisedValidTo', 'Giấy này đã hết hạn 51 ngày'],
  ['an authorised person with the beneficiary’s number', { ...byProxy, authorisedPersonalId: '058165000123' }, 'BT-048', 'warning', 'authorisedPersonalId', 'Người được ủy quyền ghi trùng số với người hưởng'],
  ['a guardian with the beneficiary’s number', { ...incapable, guardianPersonalId: '058165000123' }, 'BT-049', 'warning', 'guardianPersonalId', 'Người giám hộ ghi trùng số với người hưởng'],
  ['payment into an account that is not there', { ...disabledElder, accountStatus: 'NONE', noAccountReason: '2', wantsAccount: true }, 'BT-050', 'error', 'payMethod', 'Chưa có tài khoản thì chỉ nhận tiền mặt: tại điểm chi trả hoặc tại nhà'],
  ['payment into another kind of account', { ...wallet, payMethod: 'BANK' }, 'BT-051', 'warning', 'payMethod', 'Chi trả “Qua tài khoản ngân hàng” nhưng tài khoản là “Ví điện tử”. Xem lại.'],
  ['a verification from after the visit', { ...disabledElder, verifiedByPolice: true, verifiedByPoliceDate: '2026-11-21' }, 'BT-052', 'error', 'verifiedByPoliceDate', 'Ngày này sau ngày thu thập (20/11/2026)'],
]

describe('asxh@1: the rules', () => {
  it.each([['the elder', disabledElder], ['by proxy', byProxy], ['with a guardian', incapable], ['with a wallet', wallet], ['in a poor household', poor]])('have nothing to say about the record of somebody %s', (_, answers) => {
    expect(interview(asxh1, answers).found()).toEqual([])
  })

  it.each(cases)('notice %s', (_, answers, id, severity, field, says) => {
    const form = interview(asxh1, answers)
    expect(form.ids()).toEqual([id])
    expect(form.finding(id)).toMatchObject({ severity, field })
    expect(form.says(id)).toBe(says)
  })

  it('notice a mild disability in the group of the severe', () => {
    expect(interview(asxh1, { ...disabledElder, disabilityDegree: '3' }).ids()).toEqual(['BT-025', 'BT-033'])
  })

  it('notice an authorisation that ended before it was made', () => {
    expect(interview(asxh1, { ...byProxy, authorisedValidTo: '2025-10-03' }).ids()).toEqual(['BT-046', 'BT-047'])
  })

  it('have a case here each, but the one that needs the list of units', () => {
    const tried = [...cases.map((each) => each[2]), 'BT-033', 'BT-046']
    expect(asxh1.checks.map((check) => check.id).filter((id) => !tried.includes(id))).toEqual(['BT-008'])
  })

  it('take a name without marks in capitals for the same name, as banks write it', () => {
    expect(interview(asxh1, { ...disabledElder, accountOwnerName: 'KA TOR THI MAI' }).ids()).toEqual([])
  })

  it('take an account number read aloud in groups of four', () => {
    expect(interview(asxh1, { ...disabledElder, accountNumber: '4809 2051 2345 6' }).ids()).toEqual([])
  })

  it('let near-poor households have the groups meant for both', () => {
    const near = { ...poor, povertyStatus: 'CN', povertyB2: 20, groups: [severe, { code: 'BT04', ...decided }], childrenRaised: 2 }
    expect(interview(asxh1, near).ids()).toEqual([])
  })
})
