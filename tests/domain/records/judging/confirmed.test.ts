import { describe, expect, it } from 'vitest'
import { amend, amendedOf } from '../../../../src/domain/records/amended'
import { confirmedIn } from '../../../../src/domain/records/judging/confirmed'
import { recordCheck } from '../../../../src/domain/records/digest'
import type { SubmitOperation } from '../../../../src/domain/records/operation'
import { lastSaid } from '../../../../src/domain/records/overlay'
import { ids, labourAnswers, labourHead, submit } from '../../../support/villageForms'
import { labourDesk, type Who } from '../desk'

type Patch = SubmitOperation['patch']
type Confirmed = NonNullable<SubmitOperation['confirmed']>

const told: Confirmed = { fullName: true, generalEducation: true }

/** A desk whose submissions say what was confirmed. */
function confirmingDesk() {
  const desk = labourDesk()
  const said = (who: Who, base: number, patch: Patch, confirmed?: Confirmed) =>
    desk.apply(who, { ...submit(desk.next(who), ids.labour, labourHead(), patch, base), ...(confirmed && { confirmed }) })
  return { ...desk, said, created: (confirmed?: Confirmed, more: Patch = {}) => said('phoneA', 0, { ...(labourAnswers() as Patch), ...more }, confirmed) }
}

describe('answers that stand as they were offered and were confirmed', () => {
  it('are named in the record, and a record without any says nothing of it', () => {
    const desk = confirmingDesk()
    desk.created(told)
    expect(desk.record().submission?.confirmed).toEqual(told)

    const other = confirmingDesk()
    other.created()
    expect(other.record().submission).not.toHaveProperty('confirmed')
  })

  it('are no longer once somebody answers otherwise, until nothing is said of any', () => {
    const desk = confirmingDesk()
    desk.created(told)

    desk.said('phoneB', 1, { generalEducation: '2', phone: '0905123456' })
    expect(desk.record().submission?.confirmed).toEqual({ fullName: true })

    desk.said('phoneA', 2, { fullName: 'Lò Văn Khác' })
    expect(desk.record().submission).not.toHaveProperty('confirmed')
  })

  it('are more when a correction takes over another', () => {
    const desk = confirmingDesk()
    desk.created()

    desk.said('phoneA', 1, { generalEducation: '2' }, { generalEducation: true })

    expect(desk.record().submission?.confirmed).toEqual({ generalEducation: true })
  })

  it('stay through a return, an acceptance and an edit of something else', () => {
    const desk = confirmingDesk()
    desk.created(told)
    desk.giveBack(1)
    desk.said('phoneA', 2, { phone: '0905123456' })
    desk.accept(3)

    expect(desk.record()).toMatchObject({ status: 'accepted', round: 2, submission: { confirmed: told } })
  })

  it('are the ones that stand: a value that is held confirms nothing, neither when it is taken', () => {
    const desk = confirmingDesk()
    desk.created({ fullName: true })
    desk.said('phoneB', 1, { generalEducation: '2', fullName: 'Lò Văn Khác' })

    desk.said('phoneA', 1, { generalEducation: '4' }, { generalEducation: true })
    expect(desk.record()).toMatchObject({ holds: [{ field: 'generalEducation' }] })
    expect(desk.record().submission).not.toHaveProperty('confirmed')

    desk.resolve('phoneA', desk.record().version, [{ hold: desk.record().holds[0]!.id, take: 'held' }])
    expect(desk.record()).toMatchObject({ answers: { generalEducation: '4' }, holds: [] })
    expect(desk.record().submission).not.toHaveProperty('confirmed')
  })

  it('of a value taken after a conflict are none: a person chose', () => {
    const desk = confirmingDesk()
    desk.created(told)
    desk.said('phoneB', 1, { phone: '0905123456' })
    desk.accept(2)
    desk.said('phoneA', 2, { generalEducation: '4' })

    desk.resolve('desk', desk.record().version, [{ hold: desk.record().holds[0]!.id, take: 'held' }])

    expect(desk.record().submission?.confirmed).toEqual({ fullName: true })
  })

  it('asked anew by one and taken over by another stand as the first said', () => {
    const desk = confirmingDesk()
    desk.created()
    desk.said('phoneB', 1, { generalEducation: '2' })

    desk.said('phoneA', 1, { generalEducation: '2' }, { generalEducation: true })

    expect(desk.record().submission).not.toHaveProperty('confirmed')
  })

  it.each([
    ['that the form does not ask', { $last: true }, {}],
    ['that the submission does not give', { phone: true }, {}],
    ['that the submission takes away', { phone: true }, { phone: null }],
    ['to a question of an extension', { x_more: true }, { x_more: 'có' }],
  ] as const)('are refused for an answer %s', (_case, confirmed, more) => {
    const desk = confirmingDesk()

    expect(desk.created(confirmed as Confirmed, more).outcome).toEqual({ kind: 'refused', reason: 'malformed' })
    expect(desk.state()).toBeUndefined()
  })
})

describe('what a device shows and sends of them', () => {
  const operation = (counter: number, patch: Patch, confirmed?: Confirmed): SubmitOperation => ({ ...submit(counter, ids.labour, labourHead(), patch), ...(confirmed && { confirmed }) })

  it('is the server\'s word with what waits laid over it', () => {
    const desk = confirmingDesk()
    desk.created(told)
    const waiting = [operation(2, { fullName: 'Lò Văn Khác' }), operation(3, { phone: '0905123456' }, { phone: true })].map((each) => ({ device: ids.phoneA, operation: each, outcome: null }))

    const { answers, confirmed } = lastSaid(desk.record(), waiting)
    expect(answers).toMatchObject({ fullName: 'Lò Văn Khác', phone: '0905123456' })
    expect(confirmed).toEqual({ generalEducation: true, phone: true })
    expect(lastSaid(null, [])).toEqual({ answers: {}, confirmed: {} })
  })

  it('is what a patch gives as it was confirmed, in this form or in the change it takes the place of', () => {
    const patch = { fullName: 'Lò Thị Ban', sex: '2', phone: null, born: '1990' }

    expect(confirmedIn(patch, [
      { answers: { fullName: 'Lò Thị Ban', sex: '1', ethnicityCode: '01' }, confirmed: { fullName: true, sex: true, ethnicityCode: true } },
      { answers: { born: '1990', phone: null }, confirmed: { born: true, phone: true } },
      { answers: patch },
    ])).toEqual({ fullName: true, born: true })
  })

  it('[S13][S24] comes to the same on a replica that is told only what changed', () => {
    const desk = confirmingDesk()
    const made = operation(1, labourAnswers() as Patch, told)
    desk.apply('phoneA', made)
    const first = desk.record()
    desk.said('phoneB', 1, { fullName: 'Lò Văn Khác', generalEducation: '2' })
    const wire = JSON.parse(JSON.stringify(amendedOf(desk.record(), { from: 1, fields: new Set(['fullName', 'generalEducation']), own: [] })))
    const own = JSON.parse(JSON.stringify(amendedOf(first, { from: 0, fields: new Set(), own: [made] })))
    const held = { commune: '22810', records: new Map([[first.id, first]]), operations: new Map([[1, made]]) }

    expect(recordCheck(amend(wire, held)!)).toBe(recordCheck(desk.record()))
    expect(recordCheck(amend(own, held)!)).toBe(recordCheck(first))
  })
})
