import { describe, expect, it } from 'vitest'
import { findByCard } from '../../../../src/domain/records/cards/findByCard'
import type { Card } from '../../../../src/domain/records/cards/card'

const person = (id: string, fields: Partial<Card>): Card => ({
  id, commune: '22810', kind: 'person', hamlet: 'h', household: 'ho', person: null, name: 'Ka Tơr Bình', status: 'live', local: null,
  notes: 0, warnings: 0, version: 1, round: 1, ...fields,
})
const card = { number: '058203001234', fullName: 'Ka Tơr Bình', born: '2003-03-14' }
const idsOf = (cards: readonly Card[]) => {
  const { exact, similar } = findByCard(cards, card)
  return { exact: exact.map(({ id }) => id), similar: similar.map(({ id }) => id) }
}

describe('whose card it is', () => {
  it('is said by the number, whatever the name', () => {
    expect(idsOf([person('a', { number: card.number, name: 'Khác Hẳn' }), person('b', { number: '058203009999', name: 'Khác Hẳn' })])).toEqual({ exact: ['a'], similar: [] })
  })

  it('may be somebody of this name without diacritics, as far as the birth is known', () => {
    const cards = [
      person('year', { name: 'KATƠR BÌNH'.replace('KATƠR', 'Ka-Tơr'), born: '2003' }), person('day', { born: '2003-03-14' }), person('unknown', {}),
      person('other', { born: '2004' }), person('name', { name: 'Ka Tơr Bàng', born: '2003' }), person('form', { kind: 'labour', number: card.number }),
    ]

    expect(idsOf(cards)).toEqual({ exact: [], similar: ['year', 'day', 'unknown'] })
  })

  it('may be somebody under the old number of the card, however the name was spelt', () => {
    const known = [person('old', { name: 'Ka To Binh', born: '2001', oldNumber: '264512907' }), person('none', { name: 'Khác Hẳn' })]

    expect(findByCard(known, { ...card, oldNumber: '264512907' }).similar.map(({ id }) => id)).toEqual(['old'])
    expect(findByCard(known, card).similar).toEqual([])
  })
})
