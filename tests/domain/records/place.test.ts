import { describe, expect, it } from 'vitest'
import { createdBy } from '../../../src/domain/records/judging/submitted'
import { placeUnder, rootOf } from '../../../src/domain/records/place'
import type { RecordHead } from '../../../src/domain/records/record'
import { householdHead, ids, labourHead, personHead, submit } from '../../support/villageForms'

const id = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const ctx = { commune: '22810', author: { id: ids.officer, role: 'officer' }, device: ids.phoneA, run: ids.run, receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 } } as const
/** Records by id, each hung somewhere and perhaps the same as another. */
const register = (...records: readonly (readonly [id: string, head: RecordHead, sameAs?: string])[]) =>
  new Map(records.map(([record, head, sameAs]) => [record, createdBy(submit(1, record, head, {}), ctx, sameAs === undefined ? {} : { sameAs }, [])]))

describe('what a record is the same as', () => {
  it.each<[string, ReturnType<typeof register>, string | undefined]>([
    ['itself, when it was not set aside', register([id(1), householdHead()]), id(1)],
    ['the last of several it was set aside for, one after the other', register([id(1), householdHead(), id(2)], [id(2), householdHead(), id(3)], [id(3), householdHead()]), id(3)],
    ['nothing, when that one is not there', register([id(1), householdHead(), id(2)]), undefined],
    ['itself, when what is said of it is no record\'s id', register([id(1), householdHead(), 'hộ bà Ban']), id(1)],
  ])('is %s', (_, known, root) => {
    expect(rootOf(known, id(1))?.id).toBe(root)
  })

  it('is found also where two are said to be the same as each other', () => {
    expect([id(1), id(2)]).toContain(rootOf(register([id(1), householdHead(), id(2)], [id(2), householdHead(), id(1)]), id(1))?.id)
  })
})

describe('where something new lies', () => {
  const known = register([id(1), householdHead(ids.otherHamlet)], [id(2), householdHead(ids.hamlet), id(1)], [id(3), personHead(ids.otherHamlet, id(1))], [id(4), personHead(ids.hamlet, id(2)), id(3)])

  it.each<[string, RecordHead, RecordHead | null]>([
    ['a household where its author says', householdHead(ids.hamlet), householdHead(ids.hamlet)],
    ['a person with the household', personHead(ids.hamlet, id(1)), personHead(ids.otherHamlet, id(1))],
    ['a person with the household that one is the same as', personHead(ids.hamlet, id(2)), personHead(ids.otherHamlet, id(1))],
    ['a form with whom its person is the same as', labourHead(ids.hamlet, id(2), id(4)), labourHead(ids.otherHamlet, id(1), id(3))],
    ['nothing on a household that is not there', personHead(ids.hamlet, id(9)), null],
    ['no person on a person', personHead(ids.hamlet, id(3)), null],
    ['no form on a household', labourHead(ids.hamlet, id(1), id(1)), null],
  ])('%s', (_, head, place) => {
    expect(placeUnder(known, head)).toEqual(place)
  })
})
