import { describe, expect, it } from 'vitest'
import type { BaseRate } from '../../../src/domain/codes/baseRates'
import type { PersonFacts } from '../../../src/domain/codes/coefficient'
import { monthlyAmount, type BenefitRow } from '../../../src/domain/codes/monthlyAmount'

const TODAY = '2026-11-25'
const amount = (rows: readonly BenefitRow[], person: PersonFacts = {}, onDate = TODAY) => monthlyAmount(rows, person, onDate).total
const reasons = (rows: readonly BenefitRow[], person: PersonFacts = {}) => monthlyAmount(rows, person, TODAY).lines.map((line) => line.reason)

describe('the monthly allowance', () => {
  it('is the base rate of the day times the coefficient', () => {
    const severe = [{ code: 'BT06' }]
    const adult = { born: '1985-05-03', disabilityDegree: '2' }

    expect(amount(severe, adult, '2022-01-01')).toBe(540_000)
    expect(amount(severe, adult, '2024-07-01')).toBe(750_000)
    expect(amount(severe, adult, '2026-06-30')).toBe(750_000)
    expect(amount(severe, adult, '2026-07-01')).toBe(810_000)
  })

  it.each([
    ['an abandoned child under four', 'BT01', 'a', { born: '2023-02-01' }, 25],
    ['an abandoned child of four', 'BT01', 'a', { born: '2022-11-25' }, 15],
    ['an orphan of 17 at school', 'BT02', undefined, { born: '2009-03-01' }, 15],
    ['a child with HIV, seven', 'BT03', undefined, { born: '2019-01-01' }, 20],
    ['a poor old person of 70 without carers', 'BT05', 'a', { born: '1956' }, 15],
    ['a poor old person of 80 without carers', 'BT05', 'a', { born: '1946' }, 20],
    ['an old person cared for in the community', 'BT05', 'd', { born: '1950' }, 30],
    ['a very severely disabled adult', 'BT06', undefined, { born: '1985', disabilityDegree: '1' }, 20],
    ['a very severely disabled child', 'BT06', undefined, { born: '2015', disabilityDegree: '1' }, 25],
    ['a severely disabled old person', 'BT06', undefined, { born: '1960', disabilityDegree: '2' }, 20],
    ['a toddler in an especially hard area', 'BT07', undefined, { born: '2024-06-01' }, 15],
    ['a single parent of three', 'BT04', undefined, { childrenRaised: 3 }, 30],
    ['a pensioner of 75', 'HT01', undefined, { born: '1951-11-25' }, 10],
    ['a poor pensioner of 70', 'HT02', undefined, { born: '1955' }, 10],
  ])('%s has the coefficient of the decree', (_who, code, subCode, person, tenths) => {
    const [line] = monthlyAmount([{ code, subCode }], person, TODAY).lines

    expect(line).toMatchObject({ tenths, amount: 54_000 * tenths, counted: true })
  })

  it('takes only the highest of several coefficients', () => {
    const rows = [{ code: 'BT06' }, { code: 'BT05', subCode: 'a' }]
    const person = { born: '1944', disabilityDegree: '1' }

    expect(amount(rows, person)).toBe(1_350_000)
    expect(reasons(rows, person)).toEqual(['highest', 'lower'])
  })

  it('gives a poor single parent who is disabled both allowances', () => {
    const rows = [{ code: 'BT04' }, { code: 'BT06' }]
    const person = { born: '1988', disabilityDegree: '2', childrenRaised: 2 }

    expect(amount(rows, person)).toBe(2 * 540_000 + 810_000)
    expect(reasons(rows, person)).toEqual(['besides', 'highest'])
  })

  it('does not add the single parent to groups the exception does not name', () => {
    expect(amount([{ code: 'BT04' }, { code: 'BT02' }], { born: '2008', childrenRaised: 1 })).toBe(810_000)
  })

  it('lets the social pension and another social allowance compete, the higher wins', () => {
    const rows = [{ code: 'HT01' }, { code: 'BT06' }]

    expect(reasons(rows, { born: '1945', disabilityDegree: '2' })).toEqual(['lower', 'highest'])
  })

  it('adds the entered amounts of people with merit and never guesses one', () => {
    expect(monthlyAmount([{ code: 'NC07', amount: 2_789_000 }, { code: 'HT01' }], { born: '1948' }, TODAY)).toMatchObject({ total: 3_329_000, merit: 2_789_000, social: 540_000 })
    expect(reasons([{ code: 'NC07' }])).toEqual(['noAmount'])
  })

  it('follows the coefficient of the decision and shows what the rule would give', () => {
    const [line] = monthlyAmount([{ code: 'BT06', coefficientTenths: 20 }], { born: '1985', disabilityDegree: '2' }, TODAY).lines

    expect(line).toMatchObject({ tenths: 20, ruledTenths: 15, amount: 1_080_000 })
  })

  it('does not count a decision that has ended, one that has not begun, or a group no longer in force', () => {
    const person = { born: '1944', disabilityDegree: '2' }

    expect(reasons([{ code: 'BT06', validTo: '2026-10' }, { code: 'BT06', validFrom: '2026-12-01' }, { code: 'BT05', subCode: 'c' }, { code: 'XX99' }], person))
      .toEqual(['notNow', 'notNow', 'notNow', 'unknownGroup'])
  })

  it('counts a decision through the whole of its last month', () => {
    expect(reasons([{ code: 'BT06', validTo: '2026-11' }], { born: '1985', disabilityDegree: '2' })).toEqual(['highest'])
  })

  it('says that a fact is missing instead of paying zero in silence', () => {
    expect(reasons([{ code: 'BT06' }, { code: 'BT01', subCode: 'a' }])).toEqual(['noCoefficient', 'noCoefficient'])
    expect(reasons([{ code: 'BT06' }], { born: '1985', disabilityDegree: '3' })).toEqual(['noCoefficient'])
  })

  it('uses the higher rate of the province, and never a lower one', () => {
    expect(amount([{ code: 'HT01' }], { born: '1945', province: '22' })).toBe(700_000)
    expect(amount([{ code: 'HT01' }], { born: '1945', province: '08' })).toBe(540_000)
    expect(amount([{ code: 'BT06' }], { born: '1985', disabilityDegree: '2', province: '22' })).toBe(810_000)
  })

  it("takes a commune's own rates in place of the built-in ones", () => {
    const own: readonly BaseRate[] = [{ amount: 600_000, validFrom: '2026-01-01', source: 'NQ', confidence: 'medium', province: '56' }]

    expect(monthlyAmount([{ code: 'BT06' }], { born: '1985', disabilityDegree: '2', province: '56' }, TODAY, own).total).toBe(900_000)
  })

  it('pays a local group the amount its decision names', () => {
    expect(reasons([{ code: 'BT09', amount: 400_000 }])).toEqual(['entered'])
    expect(amount([{ code: 'BT09', amount: 400_000 }])).toBe(400_000)
  })
})
