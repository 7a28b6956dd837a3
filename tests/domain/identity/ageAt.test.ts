import { expect, it } from 'vitest'
import { ageAt, oldestAgeAt } from '../../../src/domain/identity/ageAt'

it.each([
  ['2011-11-25', '2026-11-25', 15],
  ['2011-11-26', '2026-11-25', 14],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('born %s, on %s: %i completed years', (born, on, age) => {
  expect([ageAt(born, on), oldestAgeAt(born, on)]).toEqual([age, age])
})

it('with a part of the date unknown, the age lies between two bounds', () => {
  expect([ageAt('1946', '2026-11-25'), oldestAgeAt('1946', '2026-11-25')]).toEqual([79, 80])
  expect([ageAt('1946-11', '2026-11-25'), oldestAgeAt('1946-11', '2026-11-25')]).toEqual([79, 80])
  expect([ageAt('1946-12', '2026-11-25'), oldestAgeAt('1946-12', '2026-11-25')]).toEqual([79, 79])
  expect([ageAt('1946-02', '2026-11-25'), oldestAgeAt('1946-02', '2026-11-25')]).toEqual([80, 80])
})
