import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/domain/records/cards/card'
import { lastCode, sameCode } from '../../../../src/domain/records/cards/householdCodes'

const card = (id: string, code: string | undefined, fields: Partial<Card> = {}): Card =>
  ({ id, commune: '22810', kind: 'household', hamlet: 'h1', household: null, person: null, name: id, ...(code !== undefined && { code }), status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...fields })
const own = card('own', undefined)

describe('the code of a household', () => {
  it.each<[string, readonly Card[], string | undefined]>([
    ['of another household', [card('a', 'NS-1'), card('b', 'NS-2')], 'b'],
    ['in other letters and spaces', [card('a', 'ns-2 ')], 'a'],
    ['of another hamlet of the commune', [card('a', 'NS-2', { hamlet: 'h2' })], 'a'],
    ['of another commune', [card('a', 'NS-2', { commune: '22813' })], undefined],
    ['of one that was set aside', [card('a', 'NS-2', { sameAs: 'own' })], undefined],
    ['of itself', [card('own', 'NS-2')], undefined],
    ['that begins alike', [card('a', 'NS-21')], undefined],
  ])('%s: %#', (_, cards, id) => {
    expect(sameCode(cards, ' NS-2', own)?.id).toBe(id)
  })

  it('that is not typed yet is nobody\'s', () => {
    expect(sameCode([card('a', ''), card('b', undefined)], ' ', own)).toBeUndefined()
  })

  it('is guided by the last of its hamlet, as people count', () => {
    const cards = [card('a', 'NS-9'), card('b', 'NS-10'), card('c', undefined), card('d', 'NS-30', { hamlet: 'h2' }), card('e', 'NS-40', { sameAs: 'a' })]

    expect([lastCode(cards, own), lastCode([own], own)]).toEqual(['NS-10', undefined])
  })
})
