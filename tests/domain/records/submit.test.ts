import { describe, expect, it } from 'vitest'
import { applyOperation } from '../../../src/domain/records/judging/apply'
import { reasonKey } from '../../../src/domain/records/judging/serverWarnings'
import { DEVICE_TIME, householdAnswers, householdHead, ids, labourHead, personHead, submit } from '../../support/villageForms'
import { labourDesk } from './desk'

describe('a new form', () => {
  it('is submitted, round one, at version one', () => {
    const desk = labourDesk()

    expect(desk.create().outcome).toEqual({ kind: 'accepted', version: 1 })
    expect(desk.record()).toMatchObject({ status: 'submitted', round: 1, version: 1, holds: [], changes: [], submission: { by: ids.officer, device: ids.phoneA, run: ids.run } })
  })

  it('is refused with the findings when an answer is missing', () => {
    const desk = labourDesk()

    const { outcome } = desk.create('phoneA', { born: null })

    expect(outcome).toMatchObject({ kind: 'refused', reason: 'findings', findings: [{ id: 'LS-REQ', field: 'born', severity: 'error' }] })
    expect(desk.state()).toBeUndefined()
  })

  it('is refused when an answer is left over that is not asked: the server repairs nothing', () => {
    const { outcome } = labourDesk().create('phoneA', { previousJob: 'Phụ hồ' })

    expect(outcome).toMatchObject({ kind: 'refused', reason: 'findings', findings: [{ id: 'LS-LEFT', field: 'previousJob' }] })
  })

  it('carries its warnings and the reasons given for them', () => {
    const desk = labourDesk()
    const op = submit(desk.next('phoneA'), ids.labour, labourHead(), {})
    desk.create('phoneA', { ethnicityCode: '02' })

    desk.apply('phoneA', { ...op, counter: desk.next('phoneA'), base: 1, reasons: { 'LS-020': 'Đã hỏi lại', 'LS-999': 'không có' } })

    expect(desk.record().warnings.map((warning) => warning.id)).toEqual(['LS-020'])
    expect(desk.record().reasons).toEqual({ 'LS-020': 'Đã hỏi lại' })
  })

  it('keeps the reason for a warning of the server only where the warning names the record it was given about', () => {
    const warning = { id: 'ID-DUP', severity: 'warning', field: 'personalId', data: { commune: '22810', record: '0190a000-0000-7000-8000-00000000aaaa' } } as const
    const desk = labourDesk()
    desk.create()
    const { record, meta } = desk.state()!
    const op = { ...submit(desk.next('phoneA'), ids.labour, labourHead(), {}), base: 1, reasons: { [reasonKey(warning)]: 'Đã xem hai thẻ', 'ID-DUP:00000000bbbb': 'Không phải' } }

    const { state } = applyOperation({ record: { ...record, warnings: [warning] }, meta }, op, {
      commune: '22810', author: { id: ids.officer, role: 'officer' }, device: ids.phoneA, run: ids.run, receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
    })

    expect(state?.record).toMatchObject({ version: 2, warnings: [warning], reasons: { [reasonKey(warning)]: 'Đã xem hai thẻ' } })
    expect(Object.keys(state?.record.reasons ?? {})).toHaveLength(1)
  })

  it('cannot be an edit of something the server never had', () => {
    expect(labourDesk().edit('phoneA', 4, { sex: '2' }).outcome).toEqual({ kind: 'refused', reason: 'unknownRecord' })
  })

  it.each([
    ['the form has another kind', submit(1, ids.labour, householdHead(), {}), 'labour@1', 'malformed'],
    ['a household hangs on a person', { ...submit(1, ids.household, { ...householdHead(), person: ids.person }, {}) }, 'household@1', 'malformed'],
    ['a form hangs on nothing', submit(1, ids.labour, { ...labourHead(), person: null }, {}), 'labour@1', 'malformed'],
    ['a field is none of the form', submit(1, ids.labour, labourHead(), { $last: 'x' }), 'labour@1', 'malformed'],
    ['the version is not known', submit(1, ids.labour, labourHead(), {}), 'labour@7', 'unknownForm'],
  ] as const)('is refused when %s', (_case, op, form, reason) => {
    expect(labourDesk().apply('phoneA', { ...op, form }).outcome).toEqual({ kind: 'refused', reason })
  })
})

describe('households and people', () => {
  it('are live, never reviewed', () => {
    const applied = applyOperation(undefined, submit(1, ids.household, householdHead(), householdAnswers() as Record<string, string>), {
      commune: '22810', author: { id: ids.officer, role: 'member' }, device: ids.phoneA, run: ids.run,
      receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 },
    })

    expect(applied.state?.record).toMatchObject({ status: 'live', version: 1 })
  })
})

describe('an edit', () => {
  it('of another field than a colleague changed meanwhile is merged', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { phone: '0905123456' })

    expect(desk.edit('phoneA', 0, { email: 'a@example.vn' }).outcome).toEqual({ kind: 'merged', version: 3 })
    expect(desk.record().answers).toMatchObject({ phone: '0905123456', email: 'a@example.vn' })
  })

  it('of the same field to the same value is no conflict and no new version', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { sex: '2' })

    expect(desk.edit('phoneA', 1, { sex: '2' }).outcome).toEqual({ kind: 'merged', version: 2 })
    expect(desk.record()).toMatchObject({ version: 2, holds: [] })
  })

  it('of the same field to another value is held, the first stays', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { generalEducation: '2' })

    const { outcome } = desk.edit('phoneA', 1, { generalEducation: '4', phone: '0905123456' })

    expect(outcome).toEqual({ kind: 'held', version: 3, fields: ['generalEducation'], reason: 'overlap' })
    expect(desk.record().answers).toMatchObject({ generalEducation: '2', phone: '0905123456' })
    expect(desk.record().holds).toEqual([{ id: `${ids.phoneA}:2:generalEducation`, field: 'generalEducation', value: '4', reason: 'overlap', by: ids.officer, at: '2026-11-25T02:00:00.000Z' }])
  })

  it('asking to clear what a colleague changed is held as a clearing', () => {
    const desk = labourDesk()
    desk.create('phoneA', { phone: '0905123456' })
    desk.edit('phoneB', 1, { phone: '0905999999' })

    desk.edit('phoneA', 1, { phone: null })

    expect(desk.record().holds[0]).toMatchObject({ field: 'phone', value: null })
  })

  it('never conflicts with the same phone\'s earlier edit', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneA', 0, { generalEducation: '2' })

    expect(desk.edit('phoneA', 0, { generalEducation: '4' }).outcome).toEqual({ kind: 'accepted', version: 3 })
  })

  it('replaces the same phone\'s own held value, not a colleague\'s', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { generalEducation: '2' })
    desk.edit('phoneA', 1, { generalEducation: '4' })

    desk.edit('phoneA', 1, { generalEducation: '1' })

    expect(desk.record().holds.map((hold) => hold.value)).toEqual(['1'])
  })

  it('that alone has errors is refused, whatever its place in the queue', () => {
    const desk = labourDesk()
    desk.create()

    expect(desk.edit('phoneA', 1, { activityStatus: '1' }).outcome).toMatchObject({ kind: 'refused', reason: 'findings' })
    expect(desk.record().version).toBe(1)
  })

  it.each([
    ['moved the record', (desk: ReturnType<typeof labourDesk>) => desk.apply('desk', { type: 'move', counter: desk.next('desk'), record: ids.labour, base: 1, at: DEVICE_TIME, hamlet: ids.otherHamlet, household: ids.household, person: ids.person })],
    ['returned the form', (desk: ReturnType<typeof labourDesk>) => desk.giveBack(1)],
  ] as const)('[S15] that alone has errors is refused with them, also after the desk %s: nobody else wrote an answer', (_what, decide) => {
    const desk = labourDesk()
    desk.create()
    expect(decide(desk).outcome).toEqual({ kind: 'accepted', version: 2 })

    expect(desk.edit('phoneA', 1, { activityStatus: '1' }).outcome).toMatchObject({ kind: 'refused', reason: 'findings', findings: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) })
    expect(desk.record()).toMatchObject({ version: 2, holds: [] })
  })

  it('[S18] with errors only together with the same new form of a colleague is held whole', () => {
    const desk = labourDesk()
    desk.create('phoneB')

    expect(desk.edit('phoneA', 0, { activityStatus: '1' }).outcome).toMatchObject({ kind: 'held', fields: ['activityStatus'] })
  })

  it('with errors only together with a colleague\'s edit is held whole', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { activityStatus: '2', inactiveReason: null, everWorked: '0', unemploymentDuration: '1', trainingNeed: false, jobNeed: true })

    const { outcome } = desk.edit('phoneA', 1, { phone: '0905123456', inactiveReasonOther: 'Chăm con', inactiveReason: '9' })

    expect(outcome).toMatchObject({ kind: 'held', fields: ['phone', 'inactiveReasonOther', 'inactiveReason'] })
    expect(desk.record().answers.phone).toBeUndefined()
    expect(desk.record().answers.activityStatus).toBe('2')
  })

  it('[S15] that no choice can put in place is ended by keeping what stands', () => {
    const desk = labourDesk()
    desk.create()
    desk.edit('phoneB', 1, { activityStatus: '2', inactiveReason: null, everWorked: '0', unemploymentDuration: '1', trainingNeed: false, jobNeed: true })
    desk.edit('phoneA', 1, { phone: '0905123456', inactiveReasonOther: 'Chăm con', inactiveReason: '9' })
    const { answers, holds } = desk.record()
    const all = (take: 'current' | 'held') => holds.map(({ id }) => ({ hold: id, take }))

    expect(desk.resolve('phoneA', 3, all('held')).outcome).toMatchObject({ kind: 'refused', reason: 'findings', findings: [{ id: 'LS-LEFT' }, { id: 'LS-LEFT' }] })
    expect(desk.resolve('phoneA', 3, all('current')).outcome).toEqual({ kind: 'accepted', version: 4 })
    expect(desk.record()).toMatchObject({ holds: [], answers })
  })

  it('under the id of another kind of record is refused', () => {
    const desk = labourDesk()
    desk.create()

    expect(desk.apply('phoneB', submit(1, ids.labour, personHead(), {})).outcome).toEqual({ kind: 'refused', reason: 'headMismatch' })
  })

  it('by a supervisor is not allowed', () => {
    expect(labourDesk().create('desk').outcome).toEqual({ kind: 'refused', reason: 'notAllowed' })
  })
})

describe('what no form judges', () => {
  const page = 'w'.repeat(2_000)
  const pages = (from: number, count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`x_q${from + n}`, page]))
  const full = { kind: 'refused', reason: 'recordFull' }

  it('[S39] has room for fifty extra questions, each with most of a page, and for what is odd about some of them', () => {
    const desk = labourDesk()

    expect(desk.create('phoneA', pages(0, 45)).outcome.kind).toBe('accepted')
    expect(desk.edit('phoneB', 1, Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`x_q${n}`, 'b'.repeat(2_000)]))).outcome.kind).toBe('accepted')
    expect(desk.edit('phoneA', 1, Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`x_q${n}`, 'a'.repeat(2_000)]))).outcome.kind).toBe('held')
  })

  it('[S39] has an end: extra answers', () => {
    const desk = labourDesk()
    desk.create('phoneA', pages(0, 40))
    const before = desk.record()

    expect(desk.edit('phoneA', 1, pages(40, 20)).outcome).toEqual(full)
    expect(desk.record()).toEqual(before)
    expect(labourDesk().create('phoneA', pages(0, 60)).outcome).toEqual(full)
  })

  it('[S39] has an end: held values of a form that is locked', () => {
    const desk = labourDesk()
    desk.create()
    desk.accept(1)

    expect(desk.edit('phoneA', 2, pages(0, 40)).outcome.kind).toBe('held')
    expect(desk.edit('phoneA', 3, pages(40, 20)).outcome).toEqual(full)
  })

  it('[S39] has an end: held values that are taken, again and again', () => {
    const desk = labourDesk()
    desk.create()
    desk.accept(1)
    desk.edit('phoneA', 2, pages(0, 40))
    const take = () => desk.resolve('desk', desk.record().version, desk.record().holds.map(({ id }) => ({ hold: id, take: 'held' }))).outcome
    expect(take().kind).toBe('accepted')
    desk.edit('phoneA', desk.record().version, pages(40, 40))

    expect(take()).toEqual(full)
  })

  it('[S39] has an end: extra questions that came and went', () => {
    const desk = labourDesk()
    desk.create()
    const names = (round: number) => Array.from({ length: 300 }, (_, n) => `x_round${round}question${n}`)
    const outcomes = Array.from({ length: 6 }, (_, round) => {
      const { version } = desk.record()
      const { outcome } = desk.edit('phoneA', version, Object.fromEntries(names(round).map((name) => [name, 'a'])))
      desk.edit('phoneA', desk.record().version, Object.fromEntries(names(round).map((name) => [name, null])))
      return outcome
    })

    expect(outcomes.at(0)?.kind).toBe('accepted')
    expect(outcomes.at(-1)).toEqual(full)
  })

  it('[S39] leaves room for what forms ask, and for making it less', () => {
    const desk = labourDesk()
    desk.create('phoneA', pages(0, 45))
    expect(desk.edit('phoneA', 1, pages(45, 20)).outcome).toEqual(full)

    expect(desk.edit('phoneA', 1, { phone: '0905123456' }).outcome.kind).toBe('accepted')
    expect(desk.edit('phoneA', 2, Object.fromEntries(Object.keys(pages(0, 45)).map((name) => [name, null]))).outcome.kind).toBe('accepted')
    expect(desk.edit('phoneA', 3, pages(45, 20)).outcome.kind).toBe('accepted')
  })
})
