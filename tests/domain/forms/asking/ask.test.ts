import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../src/domain/forms/answers'
import { clearedBy, isAsked, partChanges, whyGroupNotAsked } from '../../../../src/domain/forms/asking/ask'
import { defineForm } from '../../../../src/domain/forms/defineForm'
import type { Condition } from '../../../../src/domain/forms/asking/condition'
import { holds } from '../../../../src/domain/forms/asking/evaluate'

const yes = (field: string): Condition => ({ op: 'is', field, value: true })

/** A chain: d is asked through c, c through b, b through a. */
const chain = defineForm({
  kind: 'person', version: 9, prefix: 'T', title: 't', titleEn: 't', legalBasis: 'test', checks: [],
  fields: {
    a: { kind: 'yesNo', label: 'A', required: true },
    b: { kind: 'yesNo', label: 'B', required: true, askIf: yes('a') },
    c: { kind: 'yesNo', label: 'C', required: true, askIf: yes('b') },
    d: { kind: 'text', label: 'D', required: true },
  },
  groups: [{ id: 'one', label: 'One', fields: ['a', 'b', 'c'] }, { id: 'two', label: 'Two', askIf: yes('c'), fields: ['d'] }],
})

describe('what is asked', () => {
  it('follows a chain of yes', () => {
    expect(isAsked(chain, { a: true, b: true, c: true }, 'd')).toBe(true)
  })

  it('stops the whole chain at its first no, whatever later answers remain in the draft', () => {
    expect(isAsked(chain, { a: false, b: true, c: true }, 'd')).toBe(false)
  })

  it('does not hold a question the form does not have', () => {
    expect(isAsked(chain, {}, 'constructor')).toBe(false)
  })
})

describe('why a group is not asked', () => {
  const why = (answers: Answers) => whyGroupNotAsked(chain, answers, chain.groups[1]!)

  it('names the answer at the root of the chain', () => {
    expect(why({ a: false, b: true, c: true, d: 'x' })).toEqual({ field: 'a', answer: false })
  })

  it('names an answer further on', () => {
    expect(why({ a: true, b: false })).toEqual({ field: 'b', answer: false })
  })

  it('names an earlier question that is still open', () => {
    expect(why({ a: true })).toEqual({ field: 'b', answer: undefined })
  })

  it('names nothing for what is asked', () => {
    expect(why({ a: true, b: true, c: true })).toBeUndefined()
  })
})

describe('what a change clears', () => {
  const full = { a: true, b: true, c: true, d: 'x' }

  it('is every answer of the chain, in form order', () => {
    expect(clearedBy(chain, full, { ...full, a: false })).toEqual(['b', 'c', 'd'])
  })

  it('is nothing where nothing was answered', () => {
    expect(clearedBy(chain, { a: true }, { a: false })).toEqual([])
  })
})

describe('a condition', () => {
  const answers = { one: '1', many: ['1', '3'], none: [], zero: 0, no: false, unknown: { missing: 'dontKnow' }, rows: [{ code: 'A', sub: 'x' }, { code: 'B' }], born: '2010', day: '2026-11-20' } as const
  const read = (field: string) => answers[field as keyof typeof answers]

  it.each<[string, Condition, boolean]>([
    ['is', { op: 'is', field: 'one', value: '1' }, true],
    ['is, of nothing', { op: 'is', field: 'gone', value: '1' }, false],
    ['is no', { op: 'is', field: 'no', value: false }, true],
    ['is zero', { op: 'is', field: 'zero', value: 0 }, true],
    ['isNot', { op: 'isNot', field: 'one', value: '2' }, true],
    ['isNot, of nothing: not yet known', { op: 'isNot', field: 'gone', value: '2' }, false],
    ['isNot, of “don’t know”', { op: 'isNot', field: 'unknown', value: '2' }, false],
    ['in', { op: 'in', field: 'one', value: ['2', '1'] }, true],
    ['notIn', { op: 'notIn', field: 'one', value: ['2', '3'] }, true],
    ['notIn, of nothing', { op: 'notIn', field: 'gone', value: ['2'] }, false],
    ['has', { op: 'has', field: 'many', value: '3' }, true],
    ['has not', { op: 'has', field: 'many', value: '2' }, false],
    ['has, of none', { op: 'has', field: 'none', value: '2' }, false],
    ['has, of a single value', { op: 'has', field: 'one', value: '1' }, false],
    ['answered', { op: 'answered', field: 'zero' }, true],
    ['answered, of “don’t know”', { op: 'answered', field: 'unknown' }, false],
    ['missing', { op: 'missing', field: 'unknown' }, true],
    ['missing, of nothing', { op: 'missing', field: 'gone' }, false],
    ['anyRow', { op: 'anyRow', field: 'rows', row: { op: 'is', field: 'code', value: 'B' } }, true],
    ['anyRow, on one and the same row', { op: 'anyRow', field: 'rows', row: { op: 'all', of: [{ op: 'is', field: 'code', value: 'B' }, { op: 'is', field: 'sub', value: 'x' }] } }, false],
    ['youngerThan, perhaps', { op: 'youngerThan', field: 'born', on: 'day', value: 16 }, true],
    ['youngerThan, surely not', { op: 'youngerThan', field: 'born', on: 'day', value: 15 }, false],
    ['youngerThan, of nothing', { op: 'youngerThan', field: 'gone', on: 'day', value: 15 }, false],
    ['all', { op: 'all', of: [{ op: 'answered', field: 'one' }, { op: 'answered', field: 'gone' }] }, false],
    ['any', { op: 'any', of: [{ op: 'answered', field: 'gone' }, { op: 'answered', field: 'one' }] }, true],
    ['not', { op: 'not', of: [{ op: 'is', field: 'gone', value: '1' }] }, true],
  ])('%s', (_, condition, expected) => {
    expect(holds(condition, read)).toBe(expected)
  })
})

describe('changes made at once', () => {
  const either = defineForm({
    kind: 'person', version: 9, prefix: 'T', title: 't', titleEn: 't', legalBasis: 'test', checks: [],
    fields: {
      a: { kind: 'yesNo', label: 'A', required: true },
      b: { kind: 'yesNo', label: 'B', required: true },
      c: { kind: 'text', label: 'C', required: true, askIf: { op: 'any', of: [yes('a'), yes('b')] } },
      name: { kind: 'text', label: 'Name', required: true },
    },
    groups: [{ id: 'one', label: 'One', fields: ['a', 'b', 'c', 'name'] }],
  })

  it('are free where they drop nothing', () => {
    expect(partChanges(either, { a: true, b: true, c: 'x' }, { a: false, name: 'Ban' })).toEqual({ free: { a: false, name: 'Ban' }, dropping: {}, cleared: [] })
  })

  it('drop together what neither drops alone, and the free ones stay apart', () => {
    expect(partChanges(either, { a: true, b: true, c: 'x' }, { a: false, b: false, name: 'Ban' })).toEqual({ free: { a: false, name: 'Ban' }, dropping: { b: false }, cleared: ['c'] })
  })

  it('are free where one opens again what the other closes', () => {
    expect(partChanges(either, { a: true, b: false, c: 'x' }, { a: false, b: true })).toEqual({ free: { a: false, b: true }, dropping: {}, cleared: [] })
  })
})
