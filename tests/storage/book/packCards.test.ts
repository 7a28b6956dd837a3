import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/domain/records/cards/card'
import { packCards, unpackCards } from '../../../src/storage/book/cards/packCards'

const household: Card = {
  id: 'h', commune: '22810', kind: 'household', hamlet: 'thon', household: null, person: null, name: 'Chamaléa Thị Ới', code: 'NS-1', order: 0,
  detail: 'sau nhà rông', visit: '2', visitedOn: '2026-11-20', nextVisitOn: '2026-11-27', status: 'live', local: null, notes: 0, warnings: 1, version: 3, round: 1,
}
const person: Card = {
  id: 'p', commune: '22810', kind: 'person', hamlet: 'thon', household: 'h', person: null, name: '', born: '1960', sex: '2', number: '058060001234',
  phone: '0912345678', oldNumber: '264512907', relation: '1', gone: true, refused: ['labour', 'contact'], doubts: 2, checkedOn: '2026-09-02', status: null, local: null, notes: 2, warnings: 0, version: 1, round: 1,
}
const form: Card = {
  id: 'f', commune: '22810', kind: 'labour', hamlet: 'thon', household: 'h', person: 'p', name: 'Ới', status: 'submitted', local: null, notes: 0,
  warnings: 0, version: 9, run: 'run', sentAt: '2026-11-20T01:02:03.000Z', sentBy: 'canbo', device: 'may', round: 2,
}

describe('a page of cards on disk', () => {
  it('gives back exactly the cards it was made of', () => {
    const cards: readonly Card[] = [household, person, form, { ...household, id: 'u', kind: 'person', untraced: true }, { ...form, id: 'g', person: null, status: null }, { ...form, id: 'i', local: 'action' }, { ...form, id: 'j', status: 'accepted', corrected: true }]

    expect(unpackCards(JSON.parse(JSON.stringify(packCards(cards))) as ReturnType<typeof packCards>)).toStrictEqual(cards)
  })

  it('names every id, hamlet and run once', () => {
    const text = JSON.stringify(packCards([household, person, form]))

    for (const once of ['"thon"', '"h"', '"p"', '"22810"']) expect(text.split(once)).toHaveLength(2)
  })

  it('is made again when another version of the app packed it', () => {
    expect(unpackCards({ ...packCards([household]), format: 0 })).toBeUndefined()
  })
})
