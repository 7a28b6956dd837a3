import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/domain/records/cards/card'
import { searchable, searchCards } from '../../../../src/domain/records/cards/searchCards'

function card(id: string, fields: Partial<Card>): Card {
  return { id, commune: '22810', kind: 'person', hamlet: 'h', household: 'ho', person: null, name: '', status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...fields }
}
const cards = [
  card('hoa1', { name: 'Nguyễn Thị Hoà', number: '056190000123', phone: '0912000347' }),
  card('hoa2', { name: 'Nguyễn Thị Hòa' }),
  card('hoang', { name: 'Lê Hoàng' }),
  card('duom', { name: 'Ka Tơr Đượm', oldNumber: '264512907' }),
  card('door', { kind: 'household', name: 'Pi Năng Thị Sinh', code: 'NS-0412' }),
  card('form', { kind: 'labour', name: 'Nguyễn Thị Hoà' }),
]
const found = (text: string, limit = 20) => searchCards(searchable(cards), text, limit).map(({ id }) => id)

describe('searching the book', () => {
  it.each([
    ['duom', ['duom']],
    ['ĐƯỢM', ['duom']],
    ['tor duom', ['duom']],
    ['duom tor', ['duom']],
    ['ns-0412', ['door']],
    ['  pi   nang ', ['door']],
    ['0123', ['hoa1']],
    ['0912000347', ['hoa1']],
    ['0912.000.347', ['hoa1']],
    ['+84912000347', ['hoa1']],
    ['0912 000 347', ['hoa1']],
    ['264512907', ['duom']],
    ['xyz', []],
    ['   ', []],
  ])('finds %j', (text, ids) => expect(found(text)).toEqual(ids))

  it('finds by the words of the hamlet, in any tone placement', () => {
    const there = searchable([card('a', { name: 'Lò Thị Mai', hamlet: 'h1' }), card('b', { name: 'Lò Thị Mai', hamlet: 'h2' })], (id) => ({ h1: 'Thôn Hoà Lạc', h2: 'Thôn Suối Le' })[id])

    expect([searchCards(there, 'mai hòa', 9), searchCards(there, 'mai suoi', 9)].map((hits) => hits.map(({ id }) => id))).toEqual([['a'], ['b']])
  })

  it.each(['hòa', 'hoà', 'HOÀ'])('puts names with the very diacritics of %j first, wherever the tone is written', (text) => {
    const three = [card('level', { name: 'Lò Thị Hoa' }), card('hook', { name: 'Lò Thị Hoả' }), ...cards]

    expect(searchCards(searchable(three), text, 20).map(({ id }) => id)).toEqual(['hoa1', 'hoa2', 'hoang', 'level', 'hook'])
  })

  it.each(['Nguyễn Văn An', 'nguyen van an'])('shows %j before any number of names that only begin so', (text) => {
    const many = [...Array.from({ length: 15 }, (_, n) => card(`anh${n}`, { name: 'Nguyễn Văn Anh' })), card('an', { name: 'Nguyễn Văn An' })]

    expect(searchCards(searchable(many), text, 12).map(({ id }) => id)).toEqual(['an', ...Array.from({ length: 11 }, (_, n) => `anh${n}`)])
  })

  it('puts a name begun with its diacritics ahead while it is typed', () => {
    const two = [card('hong', { name: 'Lò Thị Hồng' }), card('hop', { name: 'Lò Thị Hợp' })]

    expect(searchCards(searchable(two), 'hợ', 20).map(({ id }) => id)).toEqual(['hop', 'hong'])
  })

  it('typed without diacritics, names that are the word stand before names that begin so, whatever their diacritics', () => {
    const three = [card('thi', { name: 'Lò Thị Mai' }), card('thien', { name: 'Lò Quốc Thiện' }), card('plain', { name: 'Ka Thi' })]

    expect(searchCards(searchable(three), 'thi', 20).map(({ id }) => id)).toEqual(['thi', 'plain', 'thien'])
  })

  it('reads two digits as part of a code, not of everybody’s number', () => {
    expect(found('05')).toEqual([])
  })

  it('leaves forms to be reached through their person, and stops at the limit', () => {
    expect(found('nguyen', 1)).toEqual(['hoa1'])
    expect(found('nguyen')).not.toContain('form')
  })
})
