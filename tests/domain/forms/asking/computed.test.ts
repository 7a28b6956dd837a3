import { describe, expect, it } from 'vitest'
import { asxh1 } from '../../../../src/domain/forms/definitions/asxh/asxh1'
import { labour1 } from '../../../../src/domain/forms/definitions/labour/labour1'
import { computedAnswers, monthlyAllowance } from '../../../../src/domain/forms/asking/computed'
import { disabledElder, employedWoman } from '../completeAnswers'

const on = (today: string) => ({ today })

describe('the monthly allowance', () => {
  it('is coefficient 2,0 of 540.000 đồng for a severe disability from sixty', () => {
    expect(computedAnswers(asxh1, disabledElder, on('2026-11-20'))).toEqual({ monthlyAmount: 1_080_000 })
  })

  it('was of the lower rate before 1 July 2026', () => {
    expect(computedAnswers(asxh1, disabledElder, on('2026-06-30'))).toEqual({ monthlyAmount: 1_000_000 })
  })

  it('is the highest of two groups', () => {
    const two = { ...disabledElder, groups: [{ code: 'BT06', coefficient: '20', validFrom: '2024' }, { code: 'BT08', coefficient: '15', validFrom: '2024' }] }
    expect(monthlyAllowance(asxh1, two, '2026-11-20').lines.map((line) => line.reason)).toEqual(['highest', 'lower'])
  })

  it('is 1,0 for each child of a poor single parent, besides the disability', () => {
    const parent = { ...disabledElder, groups: [{ code: 'BT06', coefficient: '20', validFrom: '2024' }, { code: 'BT04', validFrom: '2024' }], childrenRaised: 2 }
    expect(computedAnswers(asxh1, parent, on('2026-11-20'))).toEqual({ monthlyAmount: 2_160_000 })
  })

  it('is the amount of the decision for people with merit', () => {
    expect(computedAnswers(asxh1, { groups: [{ code: 'NC07', amount: 3_012_000, validFrom: '2020' }] }, on('2026-11-20'))).toEqual({ monthlyAmount: 3_012_000 })
  })

  it('is not there while no group is written', () => {
    expect(computedAnswers(asxh1, {}, on('2026-11-20'))).toEqual({})
  })

  it('does not read answers that are not asked', () => {
    const other = { groups: [{ code: 'HT01', validFrom: '2025-07' }], born: '1948', hasDisability: false, disabilityDegree: '1' }
    expect(computedAnswers(asxh1, other, on('2026-11-20'))).toEqual({ monthlyAmount: 540_000 })
  })

  it('is nothing on a labour form', () => {
    expect(computedAnswers(labour1, employedWoman, on('2026-11-20'))).toEqual({})
  })
})
