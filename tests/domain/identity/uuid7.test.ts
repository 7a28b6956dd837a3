import { expect, it } from 'vitest'
import { uuid7 } from '../../../src/domain/identity/uuid7'

it('matches the test vector of RFC 9562', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])

  expect(uuid7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('sorts by the time it was made', () => {
  const full = new Uint8Array(10).fill(255)
  const empty = new Uint8Array(10)

  expect(uuid7(1_795_000_000_000, full) < uuid7(1_795_000_000_001, empty)).toBe(true)
})

it('refuses too little randomness', () => {
  expect(() => uuid7(0, new Uint8Array(9))).toThrow(RangeError)
})
