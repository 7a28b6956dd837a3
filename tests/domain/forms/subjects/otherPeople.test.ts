import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../src/domain/forms/answers'
import { answersAbout, isKinship, isOtherPerson, type Choosing } from '../../../../src/domain/forms/subjects/otherPeople'
import { currentForm } from '../../../../src/domain/forms/registry'

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

  describe('of whom the register says how they stand to the head, as it does of the person the form is about,', () => {
    const of = (relation: string, self: string) => answersAbout('authorisedFullName', { name: 'Lò Thị Mai', relation }, choosing({}, { self: { name: 'Lò Văn Sơn', relation: self } })).authorisedRelation

    it.each<[string, string, string]>([
      ['2', '1', '2'], ['3', '1', '3'], ['4', '1', '1'], ['5', '1', '4'], ['6', '1', '5'], ['7', '1', '6'],
      ['1', '2', '2'], ['1', '3', '1'], ['1', '4', '3'], ['1', '5', '6'], ['1', '6', '5'], ['4', '3', '4'], ['3', '4', '6'],
    ])('relation %s to one of relation %s is %s', (relation, self, kin) => {
      expect(of(relation, self)).toBe(kin)
    })

    it.each<[string, string, string]>([
      ['another person', '9', '1'], ['grandchild or nephew of the head', '1', '7'], ['a child of the head, of the head’s spouse', '3', '2'],
      ['another child of the head, who may be married to the first', '3', '3'], ['a second head', '1', '1'],
    ])('%s is asked about: it is not certain', (_, relation, self) => {
      expect(of(relation, self)).toBeUndefined()
    })

    it('is offered what follows, and what was offered of one chosen before goes with that one', () => {
      const [self, wife, son] = [{ name: 'Lò Văn Sơn', relation: '1' }, { name: 'Lò Thị Mai', relation: '2' }, { name: 'Lò Văn Con', relation: '3' }]
      const at = (answers: Answers) => choosing(answers, { members: [wife, son, other], self })
      const mistaken = answersAbout('accountOwnerName', wife, at({}))
      expect(mistaken).toMatchObject({ authorisedFullName: 'Lò Thị Mai', authorisedRelation: '2' })
      expect(Object.keys(mistaken).filter(isKinship)).toEqual(['authorisedRelation'])

      expect(answersAbout('authorisedFullName', son, at(mistaken))).toMatchObject({ authorisedFullName: 'Lò Văn Con', authorisedRelation: '3' })
      expect(answersAbout('authorisedFullName', other, at(mistaken))).toHaveProperty('authorisedRelation', undefined)
    })

    it('never in place of what somebody answered, which holds back nothing else', () => {
      const at = choosing({ authorisedRelation: '7' }, { self: { name: 'Lò Văn Sơn', relation: '1' } })

      expect(answersAbout('accountOwnerName', { name: 'Lò Thị Mai', relation: '2' }, at)).toEqual({ accountOwnerName: 'Lò Thị Mai', authorisedFullName: 'Lò Thị Mai' })
    })
  })

  it('is asked about in the forms there are, under these very questions', () => {
    const asked = Object.keys({ ...currentForm('labour').fields, ...currentForm('asxh').fields })

    expect(asked.filter(isOtherPerson).sort()).toEqual(['accountOwnerName', 'authorisedFullName', 'guardianFullName', 'informantName'])
    for (const field of asked.filter(isOtherPerson)) expect(asked).toEqual(expect.arrayContaining(Object.keys(answersAbout(field, known, everything))))
  })
})
