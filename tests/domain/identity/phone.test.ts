import { describe, expect, it } from 'vitest'
import { checkPhone } from '../../../src/domain/identity/phone'

describe('a phone number', () => {
  it.each(['0912345678', '0912 345 678', '0912.345.678', '+84912345678', '84 912 345 678', '+84 0912345678'])('%s is the mobile 0912345678', (text) => {
    expect(checkPhone(text)).toEqual({ kind: 'mobile', value: '0912345678' })
  })

  it('of a house is a landline', () => {
    expect(checkPhone('0259 3822 123')).toEqual({ kind: 'landline', value: '02593822123' })
  })

  it.each([
    ['01687654321', '0387654321'],
    ['01201234567', '0701234567'],
    ['01231234567', '0831234567'],
    ['01881234567', '0581234567'],
    ['01991234567', '0591234567'],
  ])('of eleven digits, %s, offers its present form %s', (from, value) => {
    expect(checkPhone(from)).toEqual({ kind: 'converted', value, from })
  })

  it.each(['', '091234567', '0512345678', '0112345678', '0912345abc', '01112345678'])('is wrong: "%s"', (text) => {
    expect(checkPhone(text)).toEqual({ kind: 'wrong' })
  })
})
