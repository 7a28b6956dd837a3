import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/domain/records/cards/card'
import { findTwins, newcomerOf, type Newcomer } from '../../../../src/domain/records/cards/findTwins'

const person = (id: string, fields: { readonly [K in keyof Card]?: Card[K] | undefined } = {}): Card => ({
  id, commune: '22810', kind: 'person', hamlet: 'suoi-le', household: 'ho', person: null, name: 'Tầu Yên Sơn', born: '1979-08-22', status: 'live', local: null,
  notes: 0, warnings: 0, version: 1, round: 1, ...fields,
}) as Card
const newcomer: Newcomer = { number: '058079001318', oldNumber: '264512907', name: 'Tầu Yên Sơn', born: '1979-08-22', hamlet: 'suoi-le' }
const found = (cards: readonly Card[], change: Partial<Newcomer> = {}) => findTwins(cards, { ...newcomer, ...change }).map(({ id }) => id)

describe('people likely to be the one being added', () => {
  it.each<[string, Parameters<typeof person>[1], Partial<Newcomer>, boolean]>([
    ['the same number, whatever else', { number: '058079001318', name: 'Khác Hẳn', born: '1990', hamlet: 'go-san' }, {}, true],
    ['the same number of the card of before, whatever else', { oldNumber: '264512907', name: 'Khác Hẳn', born: undefined, hamlet: 'go-san' }, {}, true],
    ['the same name and birth in the hamlet', {}, {}, true],
    ['a name typed without diacritics', {}, { name: 'tau yen son' }, true],
    ['a birth known by the year only, in the hamlet', { born: '1979' }, {}, true],
    ['the year only on the newcomer, in the hamlet', {}, { born: '1979' }, true],
    ['the year only, in another hamlet', { born: '1979', hamlet: 'go-san' }, {}, false],
    ['the whole birth date, in another hamlet', { hamlet: 'go-san' }, {}, true],
    ['another year', { born: '1980' }, {}, false],
    ['another day', { born: '1979-08-23' }, {}, false],
    ['a birth the book does not know', { born: undefined }, {}, false],
    ['a birth nobody asked yet', {}, { born: undefined }, false],
    ['another name', { name: 'Tầu Yên Sang' }, {}, false],
    ['no number on either side', { number: undefined, oldNumber: undefined, born: '1990' }, { number: undefined, oldNumber: undefined }, false],
  ])('by %s', (_, card, change, isTwin) => {
    expect(found([person('a', card)], change)).toEqual(isTwin ? ['a'] : [])
  })

  it('are looked for by whole numbers, as they are kept', () => {
    expect(newcomerOf({ personalId: '058 079 001 318', oldId9: '264.512.907', fullName: 'Tầu Yên Sơn', born: '1979-08-22' }, 'suoi-le')).toEqual(newcomer)
    expect(newcomerOf({ personalId: '0580790013', oldId9: '2645129' }, 'suoi-le')).toMatchObject({ number: undefined, oldNumber: undefined })
  })

  it('are nobody while nothing is entered', () => {
    expect(found([person('a', { name: '', born: '1979' })], { number: undefined, oldNumber: undefined, name: '', born: '1979' })).toEqual([])
  })

  it('are people, not their forms; those under the number come first; a handful at most', () => {
    const cards = [person('name'), person('form', { kind: 'labour' }), ...Array.from({ length: 9 }, (_, n) => person(`more${n}`)), person('number', { number: newcomer.number! })]

    expect(found(cards)).toEqual(['number', 'name', 'more0', 'more1', 'more2'])
  })
})
