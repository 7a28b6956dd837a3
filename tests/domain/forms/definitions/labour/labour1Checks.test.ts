import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../../src/domain/forms/answers'
import { labour1 } from '../../../../../src/domain/forms/definitions/labour/labour1'
import { employedWoman, inactiveWoman } from '../../completeAnswers'
import { interview, visitDay } from '../../interview'

/** One line per rule: what is wrong, the rule, how grave, where it is shown, what it says. */
const cases: readonly (readonly [string, Answers, string, 'error' | 'warning', string, string])[] = [
  ['somebody of fourteen', { ...employedWoman, born: '2011-11-21', personalId: '058311000123' }, 'LS-001', 'error', 'born', 'Chưa đủ 15 tuổi vào ngày thu thập (20/11/2026): không làm phiếu lao động'],
  ['a birth after the visit', { ...employedWoman, born: '2026-11-21', personalId: '058326000123' }, 'LS-002', 'error', 'born', 'Ngày này sau ngày thu thập (20/11/2026)'],
  ['a visit in the future', { ...employedWoman, collectedOn: '2026-11-26' }, 'LS-003', 'error', 'collectedOn', 'Ngày thu thập 26/11/2026 sau hôm nay (25/11/2026). Xem lại ngày của máy.'],
  ['a contract from after the visit', { ...employedWoman, contractStart: '2026-12' }, 'LS-004', 'error', 'contractStart', 'Ngày bắt đầu hợp đồng sau ngày thu thập (20/11/2026)'],
  ['a household both poor and near-poor', { ...employedWoman, priorityGroups: ['2', '3', '6'] }, 'LS-005', 'error', 'priorityGroups', 'Không thể vừa hộ nghèo vừa hộ cận nghèo: bỏ một mục'],
  ['a name of one word', { ...employedWoman, fullName: 'Mai' }, 'LS-006', 'warning', 'fullName', 'Họ tên mới có một chữ. Xem lại giấy tờ.'],
  ['a name with a digit', { ...employedWoman, fullName: 'Ka Tơr Mai 2' }, 'LS-007', 'error', 'fullName', 'Họ tên chỉ gồm chữ cái, dấu cách, dấu phẩy trên và dấu gạch nối'],
  ['a number of a man on a woman’s form', { ...employedWoman, personalId: '058094000123' }, 'LS-010', 'warning', 'personalId', 'Số này là của nam, phiếu ghi nữ. Nhìn lại thẻ.'],
  ['a number of another birth year', { ...employedWoman, personalId: '058193000123' }, 'LS-011', 'warning', 'personalId', 'Số này là của người sinh năm 1993, phiếu ghi 12/03/1994. Nhìn lại thẻ.'],
  ['a number of no province', { ...employedWoman, personalId: '999194000123' }, 'LS-012', 'warning', 'personalId', 'Ba số đầu 999 không phải mã tỉnh nào. Nhìn lại thẻ. Sinh ở nước ngoài thì giữ nguyên.'],
  ['only the old card, its number not written', { ...employedWoman, personalId: { missing: 'noneYet' }, idMissingReason: '4' }, 'LS-013', 'warning', 'oldId9', 'Chỉ có CMND thì ghi số CMND vào ô “Số CMND cũ”'],
  ['an age past 110', { ...employedWoman, born: '1905', personalId: '058105000123' }, 'LS-014', 'warning', 'born', 'Đã 120 tuổi. Xem lại ngày sinh.'],
  ['a minority not among the priority groups', { ...employedWoman, priorityGroups: undefined }, 'LS-020', 'warning', 'priorityGroups', 'Dân tộc Ra-glai nhưng chưa chọn “Dân tộc thiểu số”'],
  ['a Kinh among the minorities', { ...employedWoman, ethnicityCode: '01' }, 'LS-021', 'warning', 'priorityGroups', 'Dân tộc Kinh nhưng đã chọn “Dân tộc thiểu số”'],
  ['a university degree without secondary school', { ...employedWoman, technicalLevel: '7', major: 'Kế toán' }, 'LS-022', 'warning', 'technicalLevel', 'Đại học nhưng học vấn ghi “Tốt nghiệp THCS”. Hỏi lại.'],
  ['compulsory insurance without wage work', { ...employedWoman, employmentPosition: '2' }, 'LS-023', 'warning', 'siParticipation', 'Đóng BHXH bắt buộc thường là người làm công ăn lương. Hỏi lại.'],
  ['inactive by disability, but not a priority group', { ...inactiveWoman, inactiveReason: '4' }, 'LS-024', 'warning', 'inactiveReason', 'Không đi làm vì khuyết tật nhưng chưa chọn “Người khuyết tật” ở Đối tượng ưu tiên'],
  ['another address that is the same', { ...employedWoman, sameAsPermanent: false, currentAddressCode: '22810', currentAddressDetail: 'thôn suối le' }, 'LS-025', 'warning', 'currentAddressDetail', 'Nơi ở hiện tại trùng nơi thường trú. Nếu vẫn ở đó, chọn “Có” ở câu trước.'],
]

describe('labour@1: the rules', () => {
  it.each(cases)('notices %s', (_, answers, id, severity, field, says) => {
    const form = interview(labour1, answers)
    expect(form.ids()).toEqual([id])
    expect(form.finding(id)).toMatchObject({ severity, field })
    expect(form.says(id)).toBe(says)
  })

  it('has a case here for every rule but the one that needs the list of units', () => {
    expect(labour1.checks.map((check) => check.id).filter((id) => !cases.some((each) => each[2] === id))).toEqual(['LS-008'])
  })

  it('lets somebody in who turns fifteen on the day of the visit', () => {
    expect(interview(labour1, { ...employedWoman, born: '2011-11-20', personalId: '058311000123' }).ids()).toEqual([])
  })

  it('lets somebody in who, by the year alone, may be fifteen', () => {
    expect(interview(labour1, { ...employedWoman, born: '2011', personalId: '058311000123' }).ids()).toEqual([])
  })

  it('takes the youngest age from the settings', () => {
    const sixteen = { ...visitDay, minAge: 16 }
    expect(interview(labour1, { ...employedWoman, born: '2011-01-02', personalId: '058311000123' }, sixteen).says('LS-001')).toMatch(/^Chưa đủ 16 tuổi/)
  })

  it.each(['01', '55', '56'])('does not miss the minority group for ethnicity %s', (ethnicityCode) => {
    expect(interview(labour1, { ...employedWoman, ethnicityCode, priorityGroups: undefined }).ids()).toEqual([])
  })

  it.each(['K’Brơi', "K' Brơi", 'Y-Thin Niê', 'H’ Hen'])('takes the name %s as a name', (fullName) => {
    expect(interview(labour1, { ...employedWoman, fullName }).ids()).not.toContain('LS-007')
  })
})

describe('labour@1: the commune, where the list of units is at hand', () => {
  const findCommune = (code: string) => (code === '22810' ? { province: '56', validFrom: '2025-07-01' } : undefined)

  it('is right in its province since it exists', () => {
    expect(interview(labour1, employedWoman, { ...visitDay, findCommune }).ids()).toEqual([])
  })

  it('is refused in another province', () => {
    expect(interview(labour1, { ...employedWoman, provinceCode: '51' }, { ...visitDay, findCommune }).says('LS-008')).toBe('Xã 22810 không thuộc tỉnh 51 vào ngày thu thập')
  })

  it('is refused on a day before it existed', () => {
    expect(interview(labour1, { ...employedWoman, collectedOn: '2025-06-30' }, { ...visitDay, findCommune }).ids()).toEqual(['LS-008'])
  })

  it('is refused when no such commune exists', () => {
    const found = interview(labour1, { ...employedWoman, workplaceAddressCode: '99999' }, { ...visitDay, findCommune }).found()
    expect(found).toEqual([{ id: 'LS-VAL', severity: 'error', field: 'workplaceAddressCode', data: { problem: 'commune' } }])
  })
})
