import { describe, expect, it } from 'vitest'
import { ids, labourHead, submit } from '../../support/villageForms'
import { labourDesk } from './desk'

describe('accepting', () => {
  it('locks the form', () => {
    const desk = labourDesk()
    desk.create()

    expect(desk.accept(1).outcome).toEqual({ kind: 'accepted', version: 2 })
    expect(desk.record()).toMatchObject({ status: 'accepted', reviewedBy: ids.supervisor, version: 2 })
  })

  it('[S17] is refused when the form changed after the supervisor looked', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneA', 1, { phone: '0905123456' })

    expect(desk.accept(1).outcome).toEqual({ kind: 'refused', reason: 'changedSince' })
  })

  it('is not the officer\'s to do', () => {
    const desk = labourDesk()
    desk.create()

    expect(desk.accept(1, 'phoneA').outcome).toEqual({ kind: 'refused', reason: 'notAllowed' })
  })

  it('is done once', () => {
    const desk = labourDesk()
    desk.create()
    desk.accept(1)

    expect(desk.accept(2).outcome).toEqual({ kind: 'refused', reason: 'notReviewable' })
  })

  it('of an unknown record is refused', () => {
    expect(labourDesk().accept(0).outcome).toEqual({ kind: 'refused', reason: 'unknownRecord' })
  })
})

describe('returning', () => {
  it('keeps a note per field and waits for the officer', () => {
    const desk = labourDesk()
    desk.create()

    desk.giveBack(1)

    expect(desk.record()).toMatchObject({ status: 'returned', round: 1, notes: [{ field: 'born', text: 'Xem lại giấy khai sinh', by: ids.supervisor }] })
  })

  it('is refused when a note names no field of the form', () => {
    const desk = labourDesk()
    desk.create()

    expect(desk.giveBack(1, [{ field: 'shoeSize', text: '?' }]).outcome).toEqual({ kind: 'refused', reason: 'malformed' })
  })

  it('ends with the correction: round two, notes cleared, the difference shown', () => {
    const desk = labourDesk()
    desk.create()
    desk.giveBack(1)

    expect(desk.edit('phoneA', 2, { born: '1991-05-02' }).outcome).toEqual({ kind: 'accepted', version: 3 })
    expect(desk.record()).toMatchObject({ status: 'submitted', round: 2, notes: [], changes: [{ field: 'born', from: '1990-05-02', to: '1991-05-02' }] })
  })

  it('shows the difference against what was returned over several later edits', () => {
    const desk = labourDesk()
    desk.create()
    desk.giveBack(1)
    desk.edit('phoneA', 2, { born: '1991-05-02', phone: '0905123456' })

    desk.edit('phoneA', 3, { born: '1992-05-02', phone: null })

    expect(desk.record().changes).toEqual([{ field: 'born', from: '1990-05-02', to: '1992-05-02' }])
  })

  it('is not undone by an edit made before the officer saw it', () => {
    const desk = labourDesk()
    desk.create()
    desk.giveBack(1)

    desk.edit('phoneA', 1, { phone: '0905123456' })

    expect(desk.record()).toMatchObject({ status: 'returned', notes: [{ field: 'born' }], answers: { phone: '0905123456' } })
  })
})

describe('an accepted form', () => {
  const accepted = () => {
    const desk = labourDesk()
    desk.create()
    desk.accept(1)
    return desk
  }

  it('[S17] holds an officer\'s later edit as locked', () => {
    const desk = accepted()

    expect(desk.edit('phoneA', 2, { phone: '0905123456' }).outcome).toEqual({ kind: 'held', version: 3, fields: ['phone'], reason: 'locked' })
    expect(desk.record()).toMatchObject({ status: 'accepted', holds: [{ field: 'phone', value: '0905123456', reason: 'locked' }] })
    expect(desk.record().answers.phone).toBeUndefined()
  })

  it('takes an edit that changes nothing without a word', () => {
    expect(accepted().edit('phoneA', 1, { sex: '1' }).outcome).toEqual({ kind: 'accepted', version: 2 })
  })

  it('lets the supervisor take the held value, and stays accepted', () => {
    const desk = accepted()
    desk.edit('phoneA', 2, { phone: '0905123456' })

    desk.resolve('desk', 3, [{ hold: `${ids.phoneA}:2:phone`, take: 'held' }])

    expect(desk.record()).toMatchObject({ status: 'accepted', holds: [], answers: { phone: '0905123456' } })
  })

  it('lets the officer only give up the held value', () => {
    const desk = accepted()
    desk.edit('phoneA', 2, { phone: '0905123456' })
    const hold = `${ids.phoneA}:2:phone`

    expect(desk.resolve('phoneA', 3, [{ hold, take: 'held' }]).outcome).toEqual({ kind: 'refused', reason: 'notAllowed' })
    expect(desk.resolve('phoneA', 3, [{ hold, take: 'current' }]).outcome).toEqual({ kind: 'accepted', version: 4 })
    expect(desk.record().holds).toEqual([])
  })
})

describe('choosing between two values', () => {
  const overlapping = () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { generalEducation: '2' })
    desk.edit('phoneA', 1, { generalEducation: '4' })
    return { desk, hold: `${ids.phoneA}:2:generalEducation` }
  }

  it('takes the reason away with the warning that the value taken clears', () => {
    const desk = labourDesk()
    desk.create('phoneA', { ethnicityCode: '02' })
    desk.apply('phoneA', { ...submit(desk.next('phoneA'), ids.labour, labourHead(), { ethnicityCode: '03' }, 1), reasons: { 'LS-020': 'Đã hỏi lại' } })
    desk.edit('phoneB', 1, { ethnicityCode: '01' })
    expect(desk.record().reasons).toEqual({ 'LS-020': 'Đã hỏi lại' })

    desk.resolve('phoneB', 3, [{ hold: `${ids.phoneB}:1:ethnicityCode`, take: 'held' }])

    expect(desk.record()).toMatchObject({ answers: { ethnicityCode: '01' }, warnings: [] })
    expect(desk.record().reasons).toEqual({})
  })

  it('takes the held one as a new version', () => {
    const { desk, hold } = overlapping()

    const { changes } = desk.resolve('phoneB', 3, [{ hold, take: 'held' }])

    expect(changes).toEqual([{ field: 'generalEducation', from: '2', to: '4' }])
    expect(desk.record()).toMatchObject({ version: 4, holds: [], answers: { generalEducation: '4' } })
  })

  it('made on two devices counts once', () => {
    const { desk, hold } = overlapping()
    desk.resolve('phoneB', 3, [{ hold, take: 'current' }])

    expect(desk.resolve('phoneA', 3, [{ hold, take: 'held' }]).outcome).toEqual({ kind: 'accepted', version: 4 })
    expect(desk.record().answers.generalEducation).toBe('2')
  })

  it('is refused when the standing value changed after the person looked', () => {
    const { desk, hold } = overlapping()
    desk.edit('phoneB', 3, { generalEducation: '3' })

    expect(desk.resolve('phoneA', 3, [{ hold, take: 'current' }]).outcome).toEqual({ kind: 'refused', reason: 'changedSince' })
  })

  describe('that wait for one field', () => {
    const waiting = (values: readonly [string, string]) => {
      const desk = labourDesk()
      desk.create()
      desk.accept(1)
      desk.edit('phoneA', 2, { phone: values[0] })
      desk.edit('phoneB', 2, { phone: values[1] })
      const [first, second] = desk.record().holds.map(({ id }) => id)
      return { desk, first: first!, second: second! }
    }

    it('[S15] takes one of them: both, or one twice, is no choice and changes nothing, whatever the order', () => {
      const { desk, first, second } = waiting(['0905123456', '0905123465'])
      const both = [{ hold: first, take: 'held' }, { hold: second, take: 'held' }] as const
      const twice = [{ hold: first, take: 'held' }, { hold: first, take: 'current' }] as const
      const before = desk.state()

      for (const choices of [both, [...both].reverse(), twice, [...twice].reverse()]) {
        expect(desk.resolve('desk', 4, choices.map((choice) => ({ ...choice }))).outcome).toEqual({ kind: 'refused', reason: 'malformed' })
      }
      expect(desk.state()).toEqual(before)
    })

    it('[S15] takes the one that was chosen and ends the others', () => {
      const { desk, first, second } = waiting(['0905123456', '0905123465'])

      desk.resolve('desk', 4, [{ hold: first, take: 'held' }, { hold: second, take: 'current' }])

      expect(desk.record()).toMatchObject({ holds: [], answers: { phone: '0905123456' } })
    })

    it('takes both where both say the same', () => {
      const { desk, first, second } = waiting(['0905123456', '0905123456'])

      desk.resolve('desk', 4, [{ hold: first, take: 'held' }, { hold: second, take: 'held' }])

      expect(desk.record()).toMatchObject({ holds: [], answers: { phone: '0905123456' } })
    })
  })
})
