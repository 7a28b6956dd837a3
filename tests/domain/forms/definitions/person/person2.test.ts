import { describe, expect, it } from 'vitest'
import { person2 } from '../../../../../src/domain/forms/definitions/person/person2'
import { person } from '../../completeAnswers'
import { interview } from '../../interview'

const mai = interview(person2, { ...person, cardHeld: true })

describe('person@2: the identity card', () => {
  it('asks for its date of issue of whoever holds one', () => {
    expect([mai.asks('idIssuedOn'), mai.answer({ cardHeld: false }).asks('idIssuedOn'), mai.answer({ cardHeld: undefined }).asks('idIssuedOn')]).toEqual([true, false, false])
    expect(mai.ids()).toEqual([])
  })

  it.each([
    ['a card of tomorrow', '2026-11-26', 'PE-040', 'error', 'Ngày này sau hôm nay (25/11/2026)'],
    ['a card as old as its holder', '1994-12-01', 'PE-041', 'warning', 'Thẻ cấp năm 1994, không sau năm sinh. Nhìn lại thẻ.'],
  ])('notices %s', (_, idIssuedOn, id, severity, says) => {
    const form = mai.answer({ idIssuedOn })
    expect([form.ids(), form.finding(id)?.severity, form.says(id)]).toEqual([[id], severity, says])
  })
})
