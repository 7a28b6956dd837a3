import { describe, expect, it } from 'vitest'
import { askedPeriod, checkAnswers, checkedSince, isCheckDue, lastCheckedOn, seenOn } from '../../../../src/domain/records/round/beneficiaryCheck'
import type { Card } from '../../../../src/domain/records/cards/card'

function card(kind: Card['kind'], fields: Partial<Card> = {}): Card {
  return { id: kind, commune: '22810', kind, hamlet: 'h1', household: 'door', person: null, name: '', status: kind === 'person' ? 'live' : 'accepted', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...fields }
}
const since = '2026-05-20'

describe('a beneficiary record', () => {
  it.each<[string, Partial<Card>, Partial<Card>, boolean]>([
    ['taken before that day', {}, { checkedOn: '2026-05-19' }, true],
    ['taken on that day', {}, { checkedOn: '2026-05-20' }, false],
    ['found right since', { checkedOn: '2026-09-02' }, { checkedOn: '2025-11-03' }, false],
    ['found right longer ago', { checkedOn: '2026-01-02' }, { checkedOn: '2025-11-03' }, true],
    ['corrected after it was last found right', { checkedOn: '2026-01-02' }, { checkedOn: '2026-06-03' }, false],
    ['waiting to be sent', {}, { checkedOn: '2025-11-03', status: null, local: 'queued' }, true],
    ['begun, which is finished first', {}, { checkedOn: '2025-11-03', status: null, hasDraft: true }, false],
    ['returned, which is put right first', {}, { checkedOn: '2025-11-03', status: 'returned' }, false],
    ['of somebody who is gone', { gone: true }, { checkedOn: '2025-11-03' }, false],
    ['of somebody whose whereabouts nobody knows', { untraced: true }, { checkedOn: '2025-11-03' }, false],
  ])('%s: person %j, record %j, to be asked about again: %s', (_, person, asxh, due) => {
    expect(isCheckDue(card('person', person), card('asxh', asxh), { since, isOver: false })).toBe(due)
  })

  it('is not asked about behind a door where nobody lives any more, nor where there is none', () => {
    expect(isCheckDue(card('person'), card('asxh', { checkedOn: '2025-11-03' }), { since, isOver: true })).toBe(false)
    expect(isCheckDue(card('person'), undefined, { since, isOver: false })).toBe(false)
  })

  it('was last checked on the later of two days', () => {
    expect(lastCheckedOn(card('person', { checkedOn: '2026-03-01' }), card('asxh', { checkedOn: '2026-01-31' }))).toBe('2026-03-01')
    expect(lastCheckedOn(card('person'), card('asxh'))).toBeUndefined()
  })
})

describe('the check', () => {
  it.each([['1', '2026-11-20'], ['2', '2026-11-20'], ['3', undefined]] as const)('with result %s counts as asked and answered: %s', (result, day) => {
    expect(seenOn(checkAnswers(result, { on: '2026-11-20', by: 'u1' }))).toBe(day)
  })

  it('writes the payment of the month before, and none when nobody asked', () => {
    expect(checkAnswers('1', { on: '2026-11-20', by: 'u1', paidInFull: false })).toEqual({ beneficiaryCheck: '1', beneficiaryCheckedOn: '2026-11-20', beneficiaryCheckedBy: 'u1', paidPeriod: '2026-10', paidInFull: false })
    expect(checkAnswers('1', { on: '2026-11-20', by: 'u1' })).not.toHaveProperty('paidPeriod')
  })

  it.each([['2026-01-31', '2025-12'], ['2026-03-31', '2026-02']])('on %s asks about the payment of %s', (today, period) => {
    expect(askedPeriod(today)).toBe(period)
  })

  it.each([
    ['2026-11-20', 6, '2026-05-20'], ['2026-03-15', 6, '2025-09-15'], ['2026-08-31', 6, '2026-02-28'], ['2024-08-31', 6, '2024-02-29'], ['2026-12-31', 12, '2025-12-31'], ['2026-01-01', 1, '2025-12-01'],
  ])('on %s, once in %i months, is new enough since %s', (today, months, day) => {
    expect(checkedSince(today, months)).toBe(day)
  })
})
