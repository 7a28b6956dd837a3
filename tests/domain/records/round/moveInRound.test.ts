import { describe, expect, it } from 'vitest'
import { defaultLegalBasis } from '../../../../src/domain/consent'
import type { Card } from '../../../../src/domain/records/cards/card'
import { moveInRound } from '../../../../src/domain/records/round/moveInRound'
import { worklistOf } from '../../../../src/domain/records/round/worklist'

const door = (id: string, order?: number): Card => ({
  id, commune: '22810', kind: 'household', hamlet: 'h', household: null, person: null, name: id, status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1,
  ...(order !== undefined && { order }),
})
const rules = { today: '2026-11-20', minAge: 15, checkedSince: '2026-05-20', survey: '', basis: defaultLegalBasis } as const
const roundOf = (doors: readonly Card[]): readonly Card[] => worklistOf(doors, 'h', rules).map(({ household }) => household)

/** The round after a move, and how many doors changed. */
function moved(doors: readonly Card[], id: string, after: string | null) {
  const changes = moveInRound(roundOf(doors), id, after)
  const next = doors.map((each) => ({ ...each, ...(changes.has(each.id) && { order: changes.get(each.id)! }) }))
  return { round: roundOf(next).map((each) => each.id).join(''), changed: changes.size }
}
const spaced = [door('a', 100), door('b', 200), door('c', 300), door('d', 400)]

describe('moving a door in the round', () => {
  it.each([
    ['behind another', 'a', 'c', 'bcad'],
    ['before what it came after', 'd', 'a', 'adbc'],
    ['to the beginning', 'c', null, 'cabd'],
    ['to the end', 'a', 'd', 'bcda'],
  ])('%s changes that door alone where there is room', (_, id, after, round) => {
    expect(moved(spaced, id, after)).toEqual({ round, changed: 1 })
  })

  it.each([
    ['one after another', [door('a', 1), door('b', 2), door('c', 3), door('d', 4)]],
    ['without places', [door('a'), door('b'), door('c'), door('d')]],
    ['half with places', [door('a', 1), door('b', 2), door('c'), door('d')]],
  ])('of doors numbered %s comes out right, and leaves room for the next', (_, doors) => {
    const first = moved(doors, 'd', 'a')
    expect(first.round).toBe('adbc')
    const changes = moveInRound(roundOf(doors), 'd', 'a')
    const next = doors.map((each) => ({ ...each, order: changes.get(each.id) ?? each.order! }))

    expect(moved(next, 'c', 'a')).toEqual({ round: 'acdb', changed: 1 })
  })

  it('changes nothing when the door is there already, or is not of this round', () => {
    expect([moved(spaced, 'b', 'a'), moved(spaced, 'a', null), moved(spaced, 'x', 'a'), moved(spaced, 'a', 'x')].map(({ changed }) => changed)).toEqual([0, 0, 0, 0])
  })
})
