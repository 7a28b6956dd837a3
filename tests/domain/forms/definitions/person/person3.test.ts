import { describe, expect, it } from 'vitest'
import { person3 } from '../../../../../src/domain/forms/definitions/person/person3'
import { person } from '../../completeAnswers'
import { interview } from '../../interview'

const mai = interview(person3, person)
const check = { beneficiaryCheck: '1', beneficiaryCheckedOn: '2026-11-20', beneficiaryCheckedBy: 'tv01' }

describe('person@3: the check of the beneficiary record', () => {
  it('is no question of the form, and may be absent', () => {
    expect([person3.fields.beneficiaryCheck.system, person3.fields.beneficiaryCheckedOn.system, person3.fields.beneficiaryCheckedBy.system]).toEqual([true, true, true])
    expect(mai.ids()).toEqual([])
  })

  it('says who asked, and when', () => {
    expect(mai.answer(check).ids()).toEqual([])
    expect(mai.answer({ beneficiaryCheck: '1' }).found().map(({ field }) => field)).toEqual(['beneficiaryCheckedOn', 'beneficiaryCheckedBy'])
  })

  it('names the month of a payment with what was said of it', () => {
    expect(mai.answer({ ...check, paidPeriod: '2026-10', paidInFull: false }).ids()).toEqual([])
    expect(mai.answer({ ...check, paidPeriod: '2026-10' }).found().map(({ field }) => field)).toEqual(['paidInFull'])
  })

  it('is not of tomorrow', () => {
    const form = mai.answer({ ...check, beneficiaryCheckedOn: '2026-11-26' })
    expect([form.ids(), form.says('PE-050')]).toEqual([['PE-050'], 'Ngày này sau hôm nay (25/11/2026)'])
  })
})
