import { describe, expect, it } from 'vitest'
import { floorAfter } from '../../../src/server/database/instance'

const NOW = Date.UTC(2026, 10, 25)
const MOST_VERSIONS = 999_999
/** Of the column `record.version`. */
const HIGHEST = 2 ** 31 - 1

describe('the floor of versions after a restore', () => {
  it('is above what a register had that was never restored', () => {
    expect(floorAfter(0, NOW)).toBeGreaterThan(MOST_VERSIONS)
  })

  it('is another one for each restore of one backup', () => {
    const [first, second] = [floorAfter(0, NOW), floorAfter(0, NOW + 60_000)]

    expect(second).toBeGreaterThan(first)
    expect(floorAfter(first, NOW + 120_000)).toBeGreaterThan(second)
  })

  it.each([['stands at 1970', 0], ['is an hour behind', NOW - 3_600_000], ['stands at 2200', Date.UTC(2200, 0, 1)]])('rises, and leaves room in the column, where the clock %s', (_, at) => {
    for (const before of [0, floorAfter(0, NOW), floorAfter(0, Date.UTC(2200, 0, 1))]) {
      expect(floorAfter(before, at)).toBeGreaterThan(before)
      expect(floorAfter(before, at)).toBeLessThan(HIGHEST - MOST_VERSIONS)
    }
  })

  it('is above the versions of the register that is put back where the clock is behind', () => {
    const before = floorAfter(0, NOW)

    expect(floorAfter(before, 0)).toBeGreaterThan(before + MOST_VERSIONS)
  })
})
