import { describe, expect, it } from 'vitest'
import { labour1 } from '../../../src/domain/forms/definitions/labour/labour1'
import { person1 } from '../../../src/domain/forms/definitions/person/person1'
import { parseExtension } from '../../../src/domain/forms/extension'
import { findings } from '../../../src/domain/forms/checking/findings'
import { prune } from '../../../src/domain/forms/asking/prune'
import { withExtensions } from '../../../src/domain/forms/registry'
import { findingWords } from '../../../src/domain/forms/wording/words'
import { employedWoman } from './completeAnswers'
import { interview, visitDay } from './interview'

/** Income, which a province needs for its reports (Mô hình 7) and the printed form does not have. */
const income = {
  kind: 'labour',
  group: { id: 'x_income', label: 'Thu nhập' },
  fields: [
    { id: 'x_monthlyIncome', kind: 'choice', label: 'Thu nhập bình quân tháng', required: true, sensitive: 'sensitive', askIf: { op: 'is', field: 'activityStatus', value: '1' },
      options: [{ code: '1', label: 'Dưới 3 triệu' }, { code: '2', label: 'Từ 3 triệu trở lên' }] },
  ],
}

describe('a province’s extra questions', () => {
  const form = withExtensions(labour1, [income])

  it('come in a group of their own after the form’s', () => {
    expect(form.groups.at(-1)).toEqual({ id: 'x_income', label: 'Thu nhập', fields: ['x_monthlyIncome'] })
    expect(labour1.groups).not.toContainEqual(expect.objectContaining({ id: 'x_income' }))
  })

  it('are asked by their own condition on the form’s answers', () => {
    expect(interview(form, { activityStatus: '1' }).asks('x_monthlyIncome')).toBe(true)
    expect(interview(form, { activityStatus: '2' }).asks('x_monthlyIncome')).toBe(false)
  })

  it('are checked and worded like the form’s own', () => {
    const [missing] = findings(form, employedWoman, visitDay)
    expect(missing && findingWords(form, missing, 'vi')).toBe('Chưa trả lời: Thu nhập bình quân tháng')
    expect(findings(form, { ...employedWoman, x_monthlyIncome: '3' }, visitDay)).toEqual([{ id: 'LS-VAL', severity: 'error', field: 'x_monthlyIncome', data: { problem: 'choice' } }])
  })

  it('are pruned like the form’s own', () => {
    expect(prune(form, { activityStatus: '3', x_monthlyIncome: '1' })).toEqual({ activityStatus: '3' })
  })

  it('do not touch another kind of form', () => {
    expect(withExtensions(person1, [income])).toBe(person1)
  })

  it('give the same form for the same list, so that screens need not be made anew', () => {
    const list = [income]
    expect(withExtensions(labour1, list)).toBe(withExtensions(labour1, list))
  })
})

describe('extension data that is wrong', () => {
  const field = income.fields[0]

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a field without x_', { ...income, fields: [{ ...field, id: 'income' }] }],
    ['a field of the form redefined', { ...income, fields: [{ ...field, id: 'fullName' }] }],
    ['a kind that needs code', { ...income, fields: [{ ...field, kind: 'rows' }] }],
    ['a choice without options', { ...income, fields: [{ ...field, options: undefined }] }],
    ['a condition on a question that does not exist', { ...income, fields: [{ ...field, askIf: { op: 'is', field: 'zz', value: '1' } }] }],
    ['one field twice', { ...income, fields: [field, field] }],
    ['unknown properties', { ...income, script: 'x' }],
  ])('is refused: %s', (_, data) => {
    expect(parseExtension(labour1, data).ok).toBe(false)
  })

  it('adds nothing, and the form still opens', () => {
    expect(withExtensions(labour1, [null, { kind: 'labour' }])).toBe(labour1)
  })
})
