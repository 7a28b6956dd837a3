import { describe, expect, it } from 'vitest'
import type { Field } from '../../../../src/domain/forms/form'
import { valueProblem } from '../../../../src/domain/forms/checking/valueCheck'

const of = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ kind, label: kind, required: true, ...more })
const options = [{ code: '1', label: 'Một' }, { code: '2', label: 'Hai' }]
const year = { datePrecision: 'year' } as const

describe('a value that cannot be right', () => {
  it.each<[string, Field, unknown, object]>([
    ['a number for text', of('text'), 5, { problem: 'type' }],
    ['nothing but spaces', of('text'), '  ', { problem: 'blank' }],
    ['spaces at the end', of('text'), 'Mai ', { problem: 'untidy' }],
    ['decomposed letters', of('text'), 'Hòa'.normalize('NFD'), { problem: 'untidy' }],
    ['too many letters', of('text', { maxLength: 3 }), 'Mai Lan', { problem: 'tooLong', max: 3 }],
    ['31 February', of('date'), '1960-02-31', { problem: 'noSuchDay', day: 31, month: 2, year: 1960 }],
    ['29 February of a common year', of('date'), '1900-02-29', { problem: 'noSuchDay', day: 29, month: 2, year: 1900 }],
    ['day 0', of('date'), '1960-02-00', { problem: 'noSuchDay', day: 0, month: 2, year: 1960 }],
    ['month 13', of('date', year), '1960-13', { problem: 'noSuchMonth', month: 13 }],
    ['a year before 1900', of('date', year), '1899', { problem: 'year', year: 1899 }],
    ['a date as people write it', of('date'), '13/04/1960', { problem: 'dateFormat' }],
    ['a year where the day is needed', of('date'), '1960', { problem: 'datePrecision' }],
    ['a code not offered', of('choice', { options }), '3', { problem: 'choice' }],
    ['a code not in the list', of('code', { codeList: 'ethnicity' }), '99', { problem: 'choice' }],
    ['one of many not offered', of('multi', { options }), ['1', '3'], { problem: 'choice' }],
    ['one of many twice', of('multi', { options }), ['1', '1'], { problem: 'twice' }],
    ['a word for yes', of('yesNo'), 'Có', { problem: 'type' }],
    ['half a person', of('integer'), 1.5, { problem: 'whole' }],
    ['less than none', of('integer'), -1, { problem: 'range', min: 0, max: 1_000_000_000_000 }],
    ['more than allowed', of('integer', { max: 20 }), 21, { problem: 'range', min: 0, max: 20 }],
    ['money as text', of('money'), '540000', { problem: 'type' }],
    ['infinite money', of('money'), Infinity, { problem: 'type' }],
    ['eleven digits of a personal number', of('personalId'), '05819400012', { problem: 'digits', have: 11, need: 12 }],
    ['thirteen digits of a personal number', of('personalId'), '0581940001234', { problem: 'digits', have: 13, need: 12 }],
    ['an old card’s number', of('personalId'), '264123456', { problem: 'oldNumber' }],
    ['letters in a personal number', of('personalId'), '05819400O123', { problem: 'notDigits' }],
    ['eight digits of an old number', of('digits', { lengths: [9] }), '26412345', { problem: 'digits', have: 8, need: 9 }],
    ['eleven digits where 10 or 12 are right', of('digits', { lengths: [10, 12] }), '12345678901', { problem: 'digits', have: 11, need: 12 }],
    ['a phone too short', of('phone'), '035611', { problem: 'phone' }],
    ['an eleven-digit phone of before 2018', of('phone'), '01656112233', { problem: 'oldPhone', now: '0356112233' }],
    ['a phone with spaces', of('phone'), '0356 112 233', { problem: 'untidy' }],
    ['an address without a domain', of('email'), 'mai@', { problem: 'email' }],
    ['a commune of four digits', of('commune'), '2281', { problem: 'commune' }],
    ['no rows', of('rows', { columns: {} }), [], { problem: 'blank' }],
    ['rows that are not rows', of('rows', { columns: {} }), ['x'], { problem: 'type' }],
    ['a row with a list in a cell', of('rows', { columns: { n: of('integer') } }), [{ n: [1] }], { problem: 'type' }],
    ['a cell that is no number', of('rows', { columns: { n: of('integer') } }), [{ n: Number.NaN }], { problem: 'type' }],
    ['one of many that is no code', of('multi', { options }), [1], { problem: 'type' }],
    ['a wrong column', of('rows', { columns: { n: of('integer') } }), [{ n: 1 }, { n: -1 }], { problem: 'range', min: 0, max: 1_000_000_000_000, column: 'n', row: 2 }],
    ['an unknown column', of('rows', { columns: { n: of('integer') } }), [{ n: 1, m: 1 }], { problem: 'leftOver', column: 'm', row: 1 }],
    ['a needed column without value', of('rows', { columns: { n: of('integer') } }), [{}], { problem: 'required', column: 'n', row: 1 }],
  ])('%s', (_, field, value, problem) => {
    expect(valueProblem(field, value)).toEqual(problem)
  })
})

describe('a value that is right', () => {
  it.each<[string, Field, unknown]>([
    ['a name', of('text'), "K'Brơi Ha-Niê"],
    ['lines of a note', of('longText'), 'một\nhai'],
    ['a leap day', of('date'), '2000-02-29'],
    ['a month alone', of('date', year), '1960-04'],
    ['a year alone', of('date', year), '1960'],
    ['no', of('yesNo'), false],
    ['zero', of('integer'), 0],
    ['nothing out of many: none of these', of('multi', { options }), []],
    ['a personal number with a leading zero', of('personalId'), '058194000123'],
    ['a landline', of('phone'), '02593822233'],
    ['an ethnic group', of('code', { codeList: 'ethnicity' }), '21'],
  ])('%s', (_, field, value) => {
    expect(valueProblem(field, value)).toBeNull()
  })
})
