import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { answersAbout, isOtherPerson, type Choosing } from '../../../src/domain/forms/otherPeople'
import { currentForm } from '../../../src/domain/forms/registry'

const known = { name: 'Lò Thị Mai', number: '056190000123', phone: '0905123456' }

const other = { name: 'Lò Thị Già' }
const choosing = (answers: Answers, change: Partial<Choosing> = {}): Choosing => ({ answers, isAsked: () => true, members: [known, other], ...change })
const nothing = choosing({}, { isAsked: () => false })
const everything = choosing({})

describe('another person named in a form', () => {
  it.each<[string, object]>([
    ['authorisedFullName', { authorisedFullName: 'Lò Thị Mai', authorisedPersonalId: '056190000123', authorisedPhone: '0905123456' }],
    ['guardianFullName', { guardianFullName: 'Lò Thị Mai', guardianPersonalId: '056190000123', guardianPhone: '0905123456' }],
    ['accountOwnerName', { accountOwnerName: 'Lò Thị Mai', accountOwnerId: '056190000123' }],
    ['informantName', { informantName: 'Lò Thị Mai' }],
  ])('%s: the register answers what it knows', (field, answers) => {
    expect(answersAbout(field, known, nothing)).toEqual(answers)
  })

  it('without number or phone leaves these to be asked', () => {
    expect(answersAbout('authorisedFullName', { name: 'Lò Thị Mai' }, nothing)).toEqual({ authorisedFullName: 'Lò Thị Mai' })
  })

  it('to whose account the money goes is also who may draw it, where that is asked and open', () => {
    expect(answersAbout('accountOwnerName', known, everything)).toEqual({
      accountOwnerName: 'Lò Thị Mai', accountOwnerId: '056190000123',
      authorisedFullName: 'Lò Thị Mai', authorisedPersonalId: '056190000123', authorisedPhone: '0905123456',
    })
  })

  it('to whose account the money goes takes no answer about who may draw it that somebody gave', () => {
    expect(answersAbout('accountOwnerName', known, choosing({ authorisedPersonalId: '056190000999' }))).toEqual({ accountOwnerName: 'Lò Thị Mai', accountOwnerId: '056190000123' })
  })

  it('takes the place of one chosen before with all that was told of that one', () => {
    const mistaken = answersAbout('accountOwnerName', known, everything)

    expect(answersAbout('accountOwnerName', other, choosing(mistaken))).toEqual({
      accountOwnerName: 'Lò Thị Già', accountOwnerId: undefined, authorisedFullName: 'Lò Thị Già', authorisedPersonalId: undefined, authorisedPhone: undefined,
    })
  })

  it('takes nothing away that was typed, be it the phone of somebody else', () => {
    expect(answersAbout('guardianFullName', other, choosing({ guardianPersonalId: '056190000999', guardianPhone: '0905123456' }))).toEqual({ guardianFullName: 'Lò Thị Già' })
    expect(answersAbout('guardianFullName', other, choosing({ guardianFullName: 'Lò Thị Mai', guardianPersonalId: '056190000999' }))).toEqual({ guardianFullName: 'Lò Thị Già' })
  })

  it('is asked about in the forms there are, under these very questions', () => {
    const asked = Object.keys({ ...currentForm('labour').fields, ...currentForm('asxh').fields })

    expect(asked.filter(isOtherPerson).sort()).toEqual(['accountOwnerName', 'authorisedFullName', 'guardianFullName', 'informantName'])
    for (const field of asked.filter(isOtherPerson)) expect(asked).toEqual(expect.arrayContaining(Object.keys(answersAbout(field, known, everything))))
  })
})
