import { describe, expect, it } from 'vitest'
import { answersOfCard, compareCard, isAnothersCard } from '../../../../src/domain/forms/offering/cardAnswers'
import { currentForm } from '../../../../src/domain/forms/registry'
import type { CardText } from '../../../../src/domain/identity/cardText'

const card: CardText = {
  number: '058203001234', oldNumber: '264512907', fullName: 'Ka Tơr Bình', born: '2003-03-14', sex: '1',
  addressRaw: 'Thôn Suối Le, Lương Sơn, Ninh Sơn, Ninh Thuận', issuedOn: '2021-04-15',
}
const person = currentForm('person')
const asked = (answers: Parameters<typeof compareCard>[2]) => compareCard(card, person, answers)

describe('a card beside the answers of a form', () => {
  it('says what is the same and what differs, in the order of the card', () => {
    const { same, differing } = asked({ personalId: '058203001234', sex: '1', fullName: 'Katơr Bình', born: '2003' })

    expect(same).toEqual(['personalId', 'sex'])
    expect(differing).toEqual([
      { field: 'fullName', recorded: 'Katơr Bình', offered: 'Ka Tơr Bình' },
      { field: 'born', recorded: '2003', offered: '2003-03-14' },
      { field: 'oldId9', recorded: undefined, offered: '264512907' },
      { field: 'cardHeld', recorded: undefined, offered: true },
      { field: 'idIssuedOn', recorded: undefined, offered: '2021-04-15' },
      { field: 'permanentAddressRaw', recorded: undefined, offered: card.addressRaw },
    ])
  })

  it('takes letter case, spaces and the way accents are typed for no difference', () => {
    const { same } = asked({ personalId: '058 203 001 234', fullName: ' KA  TƠR BÌNH '.normalize('NFD'), oldId9: '264 512 907' })

    expect(same).toEqual(['personalId', 'fullName', 'oldId9'])
  })

  it('takes another tone, and a reason for having no number, for a difference', () => {
    const { differing } = asked({ fullName: 'Ka Tơr Binh', personalId: { missing: 'noneYet' } })

    expect(differing.slice(0, 2)).toEqual([
      { field: 'personalId', recorded: { missing: 'noneYet' }, offered: '058203001234' },
      { field: 'fullName', recorded: 'Ka Tơr Binh', offered: 'Ka Tơr Bình' },
    ])
  })

  it('says nothing of what the card does not tell or the form does not ask', () => {
    const short: CardText = { number: '058203001234', fullName: 'Ka Tơr Bình' }

    expect(compareCard(short, person, { born: '1990', oldId9: '123456789' }).differing.map(({ field }) => field)).toEqual(['personalId', 'fullName', 'cardHeld'])
    expect(compareCard(card, currentForm('household'), {})).toEqual({ same: [], differing: [] })
    expect(compareCard(card, currentForm('asxh'), {}).differing.map(({ field }) => field)).not.toContain('oldId9')
  })

  it('fills a new form', () => {
    expect(answersOfCard(card, person)).toEqual({
      personalId: '058203001234', fullName: 'Ka Tơr Bình', born: '2003-03-14', sex: '1', oldId9: '264512907', cardHeld: true, idIssuedOn: '2021-04-15', permanentAddressRaw: card.addressRaw,
    })
  })
})

describe('a card held to a form', () => {
  it.each([
    ['nothing is recorded', {}, false],
    ['the number is the same, whatever the name', { personalId: '058 203 001 234', fullName: 'Lò Thị Mai' }, false],
    ['the name is the same, and the number differs', { personalId: '058203009999', fullName: 'Katơr Binh' }, false],
    ['the name is the same, and no number is recorded', { personalId: { missing: 'noneYet' as const }, fullName: 'Ka-Tơr Bình' }, false],
    ['number and name differ', { personalId: '058203009999', fullName: 'Lò Thị Mai' }, true],
    ['the name differs, and no number is recorded', { fullName: 'Lò Thị Mai' }, true],
    ['the number differs, and no name is recorded', { personalId: '058203009999' }, true],
  ])('where %s', (_what, answers, isAnothers) => {
    expect(isAnothersCard(card, answers)).toBe(isAnothers)
  })
})
