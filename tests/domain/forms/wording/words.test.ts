import { describe, expect, it } from 'vitest'
import { labour1 } from '../../../../src/domain/forms/definitions/labour/labour1'
import { asxh1 } from '../../../../src/domain/forms/definitions/asxh/asxh1'
import { releasedForms } from '../../../../src/domain/forms/released'
import type { Finding } from '../../../../src/domain/forms/checking/finding'
import { fillWords } from '../../../../src/domain/forms/wording/fillWords'
import { problemWords } from '../../../../src/domain/forms/wording/problemWords'
import { answerWords, findingWords, whyWords } from '../../../../src/domain/forms/wording/words'

const value = (field: string, data: Finding['data']): Finding => ({ id: 'LS-VAL', severity: 'error', field, ...(data && { data }) })

describe('words of a finding', () => {
  it.each<[Finding, string, string]>([
    [{ id: 'LS-REQ', severity: 'error', field: 'hasContract' }, 'Chưa trả lời: Có hợp đồng lao động không?', 'Not answered yet: Has a labour contract?'],
    [value('personalId', { problem: 'digits', have: 11, need: 12 }), 'Số CCCD mới có 11 chữ số, cần đủ 12', 'Personal number has 11 digits so far, needs 12'],
    [value('personalId', { problem: 'digits', have: 13, need: 12 }), 'Số CCCD có 13 chữ số, chỉ được 12', 'Personal number has 13 digits, must have 12'],
    [value('born', { problem: 'noSuchDay', day: 31, month: 2, year: 1990 }), 'Tháng 2 không có ngày 31', 'Month 2 has no day 31'],
    [{ id: 'LS-010', severity: 'warning', field: 'personalId', data: { numberSex: '1', sex: '2' } }, 'Số này là của nam, phiếu ghi nữ. Nhìn lại thẻ.', 'This number belongs to a male, the form says female. Look at the card again.'],
    [{ id: 'LS-LEFT', severity: 'error', field: 'jobTitle' }, 'Công việc cụ thể đang làm: không hỏi mà vẫn còn câu trả lời. Bỏ câu trả lời này.', 'Present work: answered though not asked. Take the answer away.'],
    [{ id: 'ID-DUP', severity: 'warning', field: 'personalId' }, 'Số này đã ghi cho người khác. Xem hai hồ sơ có phải một người không.', 'This number is already written for someone else. See whether the two records are one person.'],
    [{ id: 'CODE-DUP', severity: 'warning', field: 'householdCode' }, 'Mã này đã ghi cho hộ khác trong xã. Xem hai hộ có phải một hộ không, nếu không thì sửa mã.', 'This code is already written for another household of the commune. See whether the two are one household; if not, correct the code.'],
    [{ id: 'LS-999', severity: 'warning', field: 'sex' }, 'Xem lại: Giới tính', 'Look again: Sex'],
  ])('%o', (finding, vi, en) => {
    expect([findingWords(labour1, finding, 'vi'), findingWords(labour1, finding, 'en')]).toEqual([vi, en])
  })

  it('name the line and the column inside a repeated group', () => {
    const finding: Finding = { id: 'BT-VAL', severity: 'error', field: 'groups', data: { problem: 'required', column: 'coefficient', row: 2 } }
    expect(findingWords(asxh1, finding, 'vi')).toBe('Dòng 2: Chưa trả lời: Hệ số')
  })

  it('never spell the group of people living with HIV: a warning is read in lists and on paper', () => {
    const finding = (code: string): Finding => ({ id: 'BT-028', severity: 'warning', field: 'groups', data: { row: 1, code, status: 'KN' } })
    expect(findingWords(asxh1, finding('BT08'), 'vi')).toBe('Dòng 1: nhóm ••• dành cho hộ nghèo, cận nghèo, phiếu ghi “Không thuộc hộ nghèo, cận nghèo”')
    expect(findingWords(asxh1, finding('BT04'), 'vi')).toContain('nhóm BT04 dành')
  })

  it('never say what the wording rules forbid', () => {
    const all = [...Object.values(problemWords), ...releasedForms.flatMap((form) => form.checks.map((check) => check.words))].map((words) => words.vi)
    expect(all.filter((text) => /không hợp lệ|thất bại|vui lòng|lỗi hệ thống|!/i.test(text))).toEqual([])
  })

  it('use the same data in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort()
    const uneven = releasedForms.flatMap((form) => form.checks).filter(({ words }) => places(words.vi).join() !== places(words.en).join())
    expect(uneven.map((check) => check.id)).toEqual([])
  })

  it('fill every place with data, or show that there is none', () => {
    expect(fillWords('{a} {b|money} {c|date} {zz}', { a: 1, b: 540_000, c: '2026-10' }, {}, 'vi')).toBe('1 540.000 đồng --/10/2026 ?')
  })
})

describe('words of an answer', () => {
  const { fields } = asxh1

  it.each<[string, Parameters<typeof answerWords>[0], Parameters<typeof answerWords>[1], string]>([
    ['nothing', fields.sex, undefined, ''],
    ['a choice', fields.sex, '2', 'Nữ'],
    ['a code', fields.ethnicityCode, '21', 'Ra-glai'],
    ['many', fields.disabilityTypes, ['1', '3'], 'Vận động; Nhìn'],
    ['none of many', fields.disabilityTypes, [], ''],
    ['no', fields.lacksCapacity, false, 'Không'],
    ['a day', fields.born, '1965-04-13', '13/04/1965'],
    ['a month', fields.born, '1965-04', '--/04/1965'],
    ['a year', fields.born, '1965', '1965'],
    ['money', fields.monthlyAmount, 1_080_000, '1.080.000 đồng'],
    ['zero', fields.povertyB2, 0, '0 điểm'],
    ['a year that is a number', fields.povertyYear, 2026, '2026'],
    ['don’t know', fields.povertyB1, { missing: 'dontKnow' }, 'Không biết'],
    ['refused', fields.phone, { missing: 'refused' }, 'Từ chối trả lời'],
    ['a number', fields.personalId, '058165000123', '058165000123'],
    ['a code nobody knows', fields.sex, '7', '7'],
    ['rows', fields.groups, [{ code: 'BT08', coefficient: '15', validFrom: '2024-07' }], 'Người nhiễm HIV/AIDS thuộc hộ nghèo, không có thu nhập ổn định, 1,5, --/07/2024'],
    ['a point of a group', fields.groups, [{ code: 'BT05', subCode: 'a' }], 'Người cao tuổi, Điểm a: Hộ nghèo, không có người phụng dưỡng'],
    ['a point that has ended', fields.groups, [{ code: 'BT05', subCode: 'c' }], 'Người cao tuổi, Điểm c: Từ 80 tuổi, không có lương hưu hay trợ cấp (đến 30/06/2025)'],
    ['a point the group does not have', fields.groups, [{ code: 'BT05', subCode: 'l' }], 'Người cao tuổi, Điểm l'],
  ])('%s', (_, field, answer, words) => {
    expect(answerWords(field, answer, 'vi')).toBe(words)
  })

  it('are English where the list is', () => {
    expect([answerWords(fields.sex, '2', 'en'), answerWords(fields.lacksCapacity, true, 'en'), answerWords(fields.monthlyAmount, 1_080_000, 'en'), answerWords(fields.povertyB2, 110, 'en')]).toEqual(['Female', 'Yes', '1,080,000 VND', '110 points'])
  })
})

describe('words for why something is not asked', () => {
  it('are the answer that decided', () => {
    expect(whyWords(labour1, { field: 'activityStatus', answer: '1' }, 'vi')).toBe('Tình trạng việc làm: Người có việc làm')
  })

  it('or the question that comes first', () => {
    expect(whyWords(labour1, { field: 'activityStatus', answer: undefined }, 'vi')).toBe('Tình trạng việc làm')
  })
})
