import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/domain/records/cards/card'
import { isNotVisited, worklistOf } from '../../../../src/domain/records/round/worklist'

function card(id: string, fields: Partial<Card>): Card {
  return { id, commune: '22810', kind: 'person', hamlet: 'h1', household: null, person: null, name: id, status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...fields }
}
const door = (id: string, fields: Partial<Card> = {}) => card(id, { kind: 'household', ...fields })
const member = (id: string, fields: Partial<Card> = {}) => card(id, { household: 'door', born: '1990', relation: '3', ...fields })
const form = (kind: 'labour' | 'asxh', person: string, fields: Partial<Card>) => card(`${kind}-${person}`, { kind, household: 'door', person, ...fields })

const rules = { today: '2026-11-20', minAge: 15, checkedSince: '2026-05-20', survey: '', basis: { labour: 'consent', welfare: 'consent', contact: 'law' } } as const
const round = (...cards: readonly Card[]) => worklistOf(cards, 'h1', rules)
const due = (...cards: readonly Card[]) => round(door('door'), ...cards).map(({ labourDue, asxhDue }) => [labourDue, asxhDue])[0]

describe('the round of a hamlet', () => {
  it('goes from door to door as the team walks, doors without a place last by name, then by code', () => {
    const doors = round(
      door('e', { name: 'Lò Thị Ban', code: 'NS-2' }), door('f', { name: 'Lò Thị Cúc', code: 'NS-0' }), door('d', { name: 'Lò Thị Ban', code: 'NS-1' }), door('c', { name: 'Pi Năng Ánh', code: 'NS-3' }),
      door('b', { order: 2 }), door('a', { order: 1 }), door('other', { hamlet: 'h2' }),
    )

    expect(doors.map(({ household }) => household.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('names the head first', () => {
    const [work] = round(door('door'), member('child', { relation: '3' }), member('head', { relation: '1' }), member('wife', { relation: '2' }))

    expect(work?.members.map(({ person }) => person.id)).toEqual(['head', 'wife', 'child'])
  })

  it.each<[string, Partial<Card>, number]>([
    ['of age today', { born: '2011-11-20' }, 1],
    ['of age tomorrow', { born: '2011-11-21' }, 0],
    ['known by the year only, who may be of age', { born: '2011' }, 1],
    ['known by the month only, who may be of age', { born: '2011-11' }, 1],
    ['known by the year only, who cannot be of age', { born: '2012' }, 0],
    ['with no birth date, so that somebody asks', {}, 1],
    ['with an unreadable birth date', { born: 'khoảng 1950' }, 1],
    ['moved away or dead', { born: '1960', gone: true }, 0],
    ['nobody knows the whereabouts of', { born: '1960', untraced: true }, 0],
  ])('a labour form is due for somebody %s: %j', (_, fields, count) => {
    expect(due(card('p', { household: 'door', ...fields }))).toEqual([count, 0])
  })

  it.each<[Partial<Card>, number]>([
    [{ status: null, hasDraft: true }, 1],
    [{ status: 'returned' }, 1],
    [{ status: 'submitted', local: 'action' }, 1],
    [{ status: null, local: 'queued' }, 0],
    [{ status: 'submitted' }, 0],
    [{ status: 'accepted' }, 0],
  ])('a form that is %j is still due: %d', (state, count) => {
    expect(due(member('p'), form('labour', 'p', state))).toEqual([count, 0])
  })

  it.each<[Partial<Card>, number]>([
    [{ status: null, hasDraft: true }, 1],
    [{ status: 'returned' }, 1],
    [{ status: 'submitted' }, 0],
  ])('of somebody whose whereabouts nobody knows a form that is %j is still due: %d', (state, count) => {
    expect(due(member('p', { untraced: true }), form('labour', 'p', state))).toEqual([count, 0])
  })

  it.each<[string, Partial<Card>, readonly Card[], readonly [labour: number, asxh: number, refused: number]]>([
    ['is not due while nothing of it was sent', { refused: ['labour'] }, [], [0, 0, 1]],
    ['is not due where somebody had begun it', { refused: ['labour'] }, [form('labour', 'p', { status: null, hasDraft: true, version: 0 })], [0, 0, 1]],
    ['is due where it was sent and came back', { refused: ['labour'] }, [form('labour', 'p', { status: 'returned' })], [1, 0, 0]],
    ['is done where it was sent', { refused: ['labour'] }, [form('labour', 'p', { status: 'submitted' })], [0, 0, 0]],
    ['is not missed of somebody who is gone', { refused: ['labour'], gone: true }, [], [0, 0, 0]],
    ['does not stop the other one', { refused: ['welfare'] }, [form('asxh', 'p', { status: null, hasDraft: true, version: 0 })], [1, 0, 1]],
    ['is the officer\'s to ask for where the law wants it', { refused: ['contact'] }, [], [1, 0, 0]],
  ])('a form the person said no to %s', (_, fields, forms, counts) => {
    expect(round(door('door'), member('p', fields), ...forms).map(({ labourDue, asxhDue, refused }) => [labourDue, asxhDue, refused])).toEqual([counts])
  })

  it('a form of the survey before is due anew, whatever became of it', () => {
    const cards = [door('door'), member('p'), member('q'), form('labour', 'p', { status: 'accepted', checkedOn: '2025-11-20' }), form('labour', 'q', { status: 'accepted', checkedOn: '2026-01-02' })]

    const [work] = worklistOf(cards, 'h1', { ...rules, survey: '2026-01-01' })

    expect([work?.labourDue, work?.members.map(({ labour }) => labour?.id)]).toEqual([1, [undefined, 'labour-q']])
  })

  it('a beneficiary record is due while it is under way, and its check after some months', () => {
    const asxhDue = (person: Partial<Card>, ...forms: readonly Card[]) => round(door('door'), member('p', { born: '2015', ...person }), ...forms).map((work) => [work.asxhDue, work.checkDue])[0]

    expect(asxhDue({})).toEqual([0, 0])
    expect(asxhDue({}, form('asxh', 'p', { status: null, hasDraft: true }))).toEqual([1, 0])
    expect(asxhDue({}, form('asxh', 'p', { status: 'submitted', checkedOn: '2026-05-20' }))).toEqual([0, 0])
    expect(asxhDue({}, form('asxh', 'p', { status: 'accepted', checkedOn: '2026-05-19' }))).toEqual([0, 1])
    expect(asxhDue({ checkedOn: '2026-09-01' }, form('asxh', 'p', { status: 'accepted', checkedOn: '2026-05-19' }))).toEqual([0, 0])
  })

  it.each<[string, string | undefined, number]>([
    ['nobody has come to', undefined, 1],
    ['was met', '1', 1],
    ['was absent', '2', 1],
    ['refused', '3', 1],
    ['moved away', '4', 0],
    ['died', '5', 0],
    ['is nobody knows where', '6', 0],
  ])('no form is due any more at a door whose household %s: %j', (_, visit, count) => {
    const [work] = round(door('door', visit === undefined ? {} : { visit }), member('p'))

    expect([work?.labourDue, isNotVisited(work!)]).toEqual([count, visit === undefined])
  })

  it('what was begun or came back is due even where nobody is left', () => {
    const [work] = round(door('door', { visit: '4' }), member('p'), form('labour', 'p', { status: 'returned' }))

    expect(work?.labourDue).toBe(1)
  })

  it.each<[string, readonly Card[], readonly string[], number]>([
    ['one head, one spouse', [member('a', { relation: '1', name: 'Lò Thị Ban' }), member('b', { relation: '2' })], [], 0],
    ['nobody at all', [], [], 0],
    ['no head', [member('a'), member('b', { relation: '2' })], ['noHead'], 1],
    ['a head who died', [member('a', { relation: '1', gone: true }), member('b', { relation: '2' })], ['noHead'], 1],
    ['two heads', [member('a', { relation: '1' }), member('b', { relation: '1' })], ['manyHeads'], 1],
    ['two spouses of the head', [member('a', { relation: '1', name: 'Lò Thị Ban' }), member('b', { relation: '2' }), member('c', { relation: '2' })], ['manySpouses'], 1],
    ['a head whose name is written otherwise', [member('a', { relation: '1', name: 'Lò Thị Bàn' })], [], 0],
    ['another head than it is named after', [member('a', { relation: '1', name: 'Lò Thị Cúc' })], ['otherHead'], 1],
    ['a head who is gone', [member('a', { relation: '1', name: 'Lò Thị Ban', gone: true }), member('b', { relation: '1', name: 'Lò Thị Cúc' })], ['otherHead'], 1],
    ['what nobody has explained', [member('a', { relation: '1', name: 'Lò Thị Ban', doubts: 2 }), member('b', { doubts: 1 }), member('c', { doubts: 4, gone: true })], [], 3],
  ])('a household with %s has to clean: %#', (_, people, faults, toClean) => {
    const [work] = round(door('door', { name: 'Lò Thị Ban' }), ...people)

    expect([work?.faults, work?.toClean]).toEqual([faults, toClean])
  })

  it('counts the records of a door by state', () => {
    const [work] = round(door('door'), member('p'), form('labour', 'p', { status: 'returned' }), form('asxh', 'p', { status: null, local: 'queued' }))

    expect(work?.states).toEqual({ live: 2, returned: 1, queued: 1 })
  })
})
