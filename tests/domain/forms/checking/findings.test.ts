import { describe, expect, it } from 'vitest'
import { labour1 } from '../../../../src/domain/forms/definitions/labour/labour1'
import { findings, hasErrors } from '../../../../src/domain/forms/checking/findings'
import { employedWoman } from '../completeAnswers'
import { visitDay } from '../interview'

const found = (answers: object) => findings(labour1, { ...employedWoman, ...answers }, visitDay)

describe('findings', () => {
  it('report an answer to something not asked, and do not repair it', () => {
    expect(found({ inactiveReason: '1' })).toEqual([{ id: 'LS-LEFT', severity: 'error', field: 'inactiveReason' }])
  })

  it('report a field the form does not have', () => {
    expect(found({ salary: 5 })).toEqual([{ id: 'LS-LEFT', severity: 'error', field: 'salary' }])
  })

  it('leave alone an extension field of another time', () => {
    expect(found({ x_income: 5 })).toEqual([])
  })

  it('report a needed answer that is not there', () => {
    expect(found({ hasContract: undefined, contractType: undefined, contractStart: undefined })).toEqual([{ id: 'LS-REQ', severity: 'error', field: 'hasContract' }])
  })

  it('take no and zero for answers', () => {
    expect(found({ hasContract: false, contractType: undefined, contractStart: undefined })).toEqual([])
  })

  it('refuse “don’t know” where a value is needed', () => {
    expect(found({ sex: { missing: 'dontKnow' } })).toEqual([{ id: 'LS-VAL', severity: 'error', field: 'sex', data: { problem: 'mayNotMiss' } }])
  })

  it('do not cross-check a value that cannot be right by itself', () => {
    expect(found({ personalId: '05809400012' })).toEqual([{ id: 'LS-VAL', severity: 'error', field: 'personalId', data: { problem: 'digits', have: 11, need: 12 } }])
  })

  it('come in form order, so that the first is the first on the screen', () => {
    expect(found({ jobTitle: undefined, fullName: undefined, priorityGroups: undefined }).map((each) => each.field)).toEqual(['fullName', 'priorityGroups', 'jobTitle'])
  })

  it('stop submit on an error only', () => {
    expect(hasErrors(found({ fullName: 'Mai' }))).toBe(false)
    expect(hasErrors(found({ fullName: undefined }))).toBe(true)
  })

  it('hold no whole personal number', () => {
    const wrong = [...found({ personalId: '999094000123' }), ...found({ personalId: '05819400012' })]
    expect(JSON.stringify(wrong)).not.toMatch(/\d{9,}/)
  })
})
