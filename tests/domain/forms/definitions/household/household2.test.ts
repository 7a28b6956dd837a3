import { describe, expect, it } from 'vitest'
import { household2 } from '../../../../../src/domain/forms/definitions/household/household2'
import { household } from '../../completeAnswers'
import { interview } from '../../interview'

const door = interview(household2, household)
const visitQuestions = ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote']

describe('household@2: the visit', () => {
  it('asks nothing more where nobody has come yet', () => {
    expect([door.askedOf(visitQuestions), door.ids()]).toEqual([['visitOutcome'], []])
  })

  it.each([
    ['met', '1', ['visitOutcome', 'visitedOn', 'visitNote']],
    ['absent', '2', visitQuestions],
    ['refused', '3', visitQuestions],
    ['moved away', '4', ['visitOutcome', 'visitedOn', 'visitNote']],
    ['died', '5', ['visitOutcome', 'visitedOn', 'visitNote']],
    ['of unknown whereabouts', '6', ['visitOutcome', 'visitedOn', 'visitNote']],
  ])('of people %s asks when, and only where somebody comes again, when that is', (_, visitOutcome, asked) => {
    expect(door.answer({ visitOutcome }).askedOf(visitQuestions)).toEqual(asked)
  })

  it('needs the day of the visit, not the day of the next', () => {
    expect(door.answer({ visitOutcome: '2' }).found()).toEqual([{ id: 'HH-REQ', severity: 'error', field: 'visitedOn' }])
    expect(door.answer({ visitOutcome: '2', visitedOn: '2026-11-25' }).ids()).toEqual([])
  })

  it.each([
    ['a visit still to come', { visitedOn: '2026-11-26' }, 'HH-040', 'visitedOn', 'Ngày này sau hôm nay (25/11/2026)'],
    ['a next visit before the last', { visitedOn: '2026-11-25', nextVisitOn: '2026-11-24' }, 'HH-041', 'nextVisitOn', 'Ngày hẹn lại trước ngày đến (25/11/2026)'],
  ])('notices %s', (_, answers, id, field, says) => {
    const form = door.answer({ visitOutcome: '2', ...answers })
    expect([form.ids(), form.finding(id)?.field, form.finding(id)?.severity, form.says(id)]).toEqual([[id], field, 'error', says])
  })
})
