import { describe, expect, it } from 'vitest'
import { checkPersonalNumber } from '../../../src/domain/identity/personalNumber'

describe('a personal number', () => {
  it.each([
    ['058090123456', 'Ninh Thuận', '1', 1990],
    ['036301000001', 'Nam Định', '2', 2001],
    ['051185000001', 'Quảng Ngãi', '2', 1985],
    ['056210000001', 'Khánh Hòa', '1', 2010],
  ])('%s says %s, sex %s, %i', (value, place, sex, birthYear) => {
    expect(checkPersonalNumber(value)).toEqual({ ok: true, place, sex, birthYear, warnings: [] })
  })

  it.each([
    ['05809012345', 'length'],
    ['0580901234567', 'length'],
    ['', 'length'],
    ['264123456', 'oldNumber'],
    ['05809012345x', 'notDigits'],
    ['058 090 123456', 'notDigits'],
  ])('with a wrong structure (%s) is an error', (value, error) => {
    expect(checkPersonalNumber(value)).toEqual({ ok: false, error })
  })

  it('that disagrees with the holder is only a warning, because civil status gets corrected', () => {
    expect(checkPersonalNumber('058090123456', { sex: '2', born: '1991-04-02' })).toMatchObject({ ok: true, warnings: ['sex', 'year'] })
    expect(checkPersonalNumber('058090123456', { sex: '1', born: '1990' })).toMatchObject({ warnings: [] })
  })

  it('of somebody born abroad has an unknown place, which is a warning', () => {
    expect(checkPersonalNumber('256090123456')).toMatchObject({ ok: true, place: null, warnings: ['prefix'] })
  })
})
