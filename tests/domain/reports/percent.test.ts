import { describe, expect, it } from 'vitest'
import { percent } from '../../../src/domain/reports/percent'

describe('percent', () => {
  it.each([
    [164_761, 171_013, '96,34%', 'labour forms through all stages'],
    [14_375, 26_941, '53,36%', 'beneficiaries with an account: half-up'],
    [13_616, 14_375, '94,72%', 'paid without cash'],
    [140_064, 164_761, '85,01%', 'updated in the national database'],
    [11_867, 13_614, '87,17%', 'the share printed wrongly as 58,8%'],
    [33_090_874_600, 50_022_454_000, '66,15%', 'đồng as numerator and denominator'],
  ])('prints %d of %d as %s (%s)', (num, den, text) => {
    expect(percent(num, den)).toBe(text)
  })

  it('has a point in English', () => {
    expect([percent(164_761, 171_013, 'en'), percent(1, 2, 'en')]).toEqual(['96.34%', '50%'])
  })

  it('cuts trailing zeros', () => {
    expect([percent(1, 2), percent(1, 8), percent(1, 40)]).toEqual(['50%', '12,5%', '2,5%'])
  })

  it('says 100% only when nothing is left', () => {
    expect([percent(171_013, 171_013), percent(171_012, 171_013), percent(99_999, 100_000)]).toEqual(['100%', '99,99%', '99,99%'])
  })

  it('does not hide that more was collected than planned', () => {
    expect([percent(100_001, 100_000), percent(3, 2)]).toEqual(['100,01%', '150%'])
  })

  it('prints a dash, not zero, without a denominator', () => {
    expect([percent(0, 0), percent(5, 0), percent(0, 7)]).toEqual(['–', '–', '0%'])
  })
})
