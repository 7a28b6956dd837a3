import { describe, expect, it } from 'vitest'
import { applyOperation, type RecordState } from '../../../src/domain/records/judging/apply'
import type { Card } from '../../../src/domain/records/cards/card'
import { declined, mergesOfHousehold, mergesOfPerson, movesOfHousehold, movesOfPerson, takenApart, takenBack } from '../../../src/domain/records/move'
import type { MoveOperation, Operation } from '../../../src/domain/records/operation'
import { DEVICE_TIME, ids, personAnswers, personHead, submit } from '../../support/villageForms'
import { labourDesk } from './desk'

const OTHER_HOUSEHOLD = '00000000-0000-7000-8000-000000000011'
const OTHER_PERSON = '00000000-0000-7000-8000-000000000021'

function card(id: string, kind: Card['kind'], fields: Partial<Card> = {}): Card {
  return { id, commune: '22810', kind, hamlet: 'h1', household: null, person: null, name: id, status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...fields }
}
const home = card('home', 'household')
const father = card('father', 'person', { household: 'home' })
const form = card('form', 'labour', { household: 'home', person: 'father' })
const record = card('record', 'asxh', { household: 'home', person: 'father' })
const away = card('away', 'household', { hamlet: 'h2' })
const twin = card('twin', 'person', { household: 'away', hamlet: 'h2' })
const all = [home, father, form, record, away, twin]

describe('what a decision moves', () => {
  it('is a person, to the hamlet of the household, or a household: what hangs on them goes along', () => {
    expect(movesOfPerson(father, away)).toEqual([{ record: 'father', base: 1, hamlet: 'h2', household: 'away', person: null, reply: null }])
    expect(movesOfHousehold(home, 'h2')).toEqual([{ record: 'home', base: 1, hamlet: 'h2', household: null, person: null, reply: null }])
  })

  it('hangs the forms of somebody written twice anew, whose kind the other record lacks: their person is that one by then', () => {
    const known = card('known', 'labour', { household: 'away', person: 'twin', hamlet: 'h2' })

    expect(mergesOfPerson([...all, known], { person: father, into: twin }, [])).toEqual([
      { record: 'father', base: 1, hamlet: 'h1', household: 'home', person: null, same: 'twin', reply: null },
      { record: 'record', base: 1, hamlet: 'h1', household: 'home', person: 'father' },
    ])
  })

  it('gives the labour forms of the surveys of which the other record has none', () => {
    const forms = ['2024-05-01', '2025-05-01', '2026-05-01'].map((day) => card(day, 'labour', { household: 'home', person: 'father', checkedOn: day }))
    const known = card('known', 'labour', { household: 'away', person: 'twin', hamlet: 'h2', checkedOn: '2025-09-09' })
    const given = (surveys: readonly string[]) => mergesOfPerson([father, twin, ...forms, known], { person: father, into: twin }, surveys).map(({ record }) => record)

    expect(given(['2025-01-01', '2026-01-01'])).toEqual(['father', '2024-05-01', '2026-05-01'])
    expect(given([])).toEqual(['father'])
  })

  it('puts a household written twice away', () => {
    expect(mergesOfHousehold(home, away)).toEqual([{ record: 'home', base: 1, hamlet: 'h1', household: null, person: null, same: 'away', reply: null }])
  })

  it('is taken back to where each hung before', () => {
    expect(takenBack(all, movesOfHousehold(home, 'h2'))).toEqual([{ record: 'home', base: 1, hamlet: 'h1', household: null, person: null }])
    expect(takenBack(all, mergesOfPerson(all, { person: father, into: twin }, []))).toEqual([
      { record: 'father', base: 1, hamlet: 'h1', household: 'home', person: null, same: null },
      { record: 'form', base: 1, hamlet: 'h1', household: 'home', person: 'father' },
      { record: 'record', base: 1, hamlet: 'h1', household: 'home', person: 'father' },
    ])
  })

  it('gives a household that was put away its people back, when that is taken back at once', () => {
    expect(takenBack(all, mergesOfHousehold(home, away))).toEqual([
      { record: 'home', base: 1, hamlet: 'h1', household: null, person: null, same: null },
      { record: 'father', base: 1, hamlet: 'h1', household: 'home', person: null },
    ])
  })

  it('is taken apart later by a word on that record alone', () => {
    expect(takenApart({ ...father, sameAs: 'twin' })).toEqual({ record: 'father', base: 1, hamlet: 'h1', household: 'home', person: null, same: null })
  })

  it('is nothing when the request is declined', () => {
    expect(declined(father, 'Chưa có giấy chuyển')).toEqual({ record: 'father', base: 1, hamlet: 'h1', household: 'home', person: null, reply: 'Chưa có giấy chuyển' })
  })

  it('passes over what only this device has: it hangs on what it was made on', () => {
    expect(mergesOfPerson([...all, card('begun', 'labour', { person: 'father', version: 0 })], { person: father, into: twin }, []).map(({ record }) => record)).not.toContain('begun')
  })
})

describe('a move', () => {
  const asked = { request: '1', requestTo: OTHER_HOUSEHOLD, requestNote: 'theo chồng', requestedOn: '2026-11-20', requestedBy: ids.officer }

  /** A person asked about, and what the desk says. */
  function person(more: object = asked) {
    let state: RecordState | undefined
    const apply = (op: Operation, role: 'officer' | 'supervisor', device: string) => {
      const applied = applyOperation(state, op, { commune: '22810', author: { id: role === 'officer' ? ids.officer : ids.supervisor, role }, device, run: ids.run, receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 } })
      state = applied.state
      return applied
    }
    apply({ ...submit(1, ids.person, personHead(), { ...personAnswers(more as never) } as never), form: 'person@3' }, 'officer', ids.phoneA)
    const move = (fields: Partial<MoveOperation>, role: 'officer' | 'supervisor' = 'supervisor') =>
      apply({ type: 'move', counter: 1, record: ids.person, base: 1, at: DEVICE_TIME, hamlet: ids.hamlet, household: ids.household, person: null, ...fields }, role, ids.desk)
    return { move, apply, record: () => state!.record }
  }

  it('hangs the record elsewhere, and keeps every answer: a request it does not decide on stands', () => {
    const { move, record } = person()

    expect(move({ hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD }).outcome).toEqual({ kind: 'accepted', version: 2 })

    expect(record()).toMatchObject({ hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD, person: null, status: 'live' })
    expect(record().answers).toEqual(personAnswers(asked))
  })

  it('ends the request it decides on, without a word too', () => {
    const { move, record } = person()
    move({ hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD, reply: null })

    expect(record().answers).toEqual(personAnswers())
  })

  it('to where it is turns the request down, with the reason', () => {
    const { move, record } = person()
    move({ reply: 'Chưa có giấy chuyển' })

    expect(record()).toMatchObject({ hamlet: ids.hamlet, household: ids.household, version: 2 })
    expect(record().answers).toEqual({ ...personAnswers(), requestReply: 'Chưa có giấy chuyển' })
  })

  it('names the record it is the same as', () => {
    const { move, record } = person()
    move({ same: OTHER_PERSON, reply: null })
    expect(record().answers).toEqual({ ...personAnswers(), sameAs: OTHER_PERSON })

    move({ counter: 2 })
    expect(record().answers.sameAs).toBe(OTHER_PERSON)

    move({ counter: 3, same: null })
    expect(record().answers).toEqual(personAnswers())
  })

  it('meets an edit of before it: the edit counts, wherever its author believed the record hangs', () => {
    const { move, apply, record } = person()
    move({ hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD })

    expect(apply({ ...submit(2, ids.person, personHead(), { phone: '0912000345' }, 1), form: 'person@3' }, 'officer', ids.phoneA).outcome).toEqual({ kind: 'merged', version: 3 })
    expect(record()).toMatchObject({ hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD })
    expect(record().answers.phone).toBe('0912000345')
  })

  describe('is the only one to say', () => {
    const asOfficer = { role: 'officer', device: ids.phoneA } as const
    /** What an officer's own app may say of it, or somebody else's. */
    const says = (first: ReturnType<typeof person>, counter: number, base: number, patch: object) =>
      first.apply({ ...submit(counter, ids.person, personHead(), patch as never, base), form: 'person@3' }, asOfficer.role, asOfficer.device).outcome

    it.each<[string, Partial<MoveOperation>, object]>([
      ['that a record is another', {}, { sameAs: OTHER_PERSON }],
      ['that it is another than was decided', { same: OTHER_PERSON }, { sameAs: OTHER_HOUSEHOLD }],
      ['that it is another no more', { same: OTHER_PERSON }, { sameAs: null }],
      ['what becomes of a request', {}, { requestReply: 'Đã gộp' }],
      ['what became of a request', { reply: 'Chưa có giấy chuyển' }, { requestReply: 'Đã gộp' }],
    ])('[S37] %s: a form that does is refused and nothing of it counts', (_case, decision, patch) => {
      const first = person()
      first.move(decision)
      const before = first.record()

      expect(says(first, 2, 2, { ...patch, phone: '0912000345' })).toEqual({ kind: 'refused', reason: 'notAllowed' })
      expect(first.record()).toEqual(before)
    })

    it.each([{ sameAs: OTHER_PERSON }, { requestReply: 'Đã gộp' }])('[S37] of a new record too: %j', (patch) => {
      const first = applyOperation(undefined, { ...submit(1, ids.person, personHead(), { ...personAnswers(), ...patch } as never), form: 'person@3' }, { commune: '22810', author: { id: ids.officer, role: 'member' }, device: ids.phoneA, run: ids.run, receivedAt: '2026-11-25T02:00:00.000Z', check: { today: '2026-11-25', minAge: 15 } })

      expect(first).toMatchObject({ state: undefined, outcome: { kind: 'refused', reason: 'notAllowed' } })
    })

    it('and whoever asks again takes the answer to the last request away', () => {
      const first = person()
      first.move({ reply: 'Chưa có giấy chuyển' })

      expect(says(first, 2, 2, { ...asked, requestReply: null }).kind).toBe('accepted')
      expect(first.record().answers).toEqual(personAnswers(asked as never))
    })

    it('and a form that says the same as was decided says nothing', () => {
      const first = person()
      first.move({ same: OTHER_PERSON, reply: 'Đã gộp' })

      expect(says(first, 2, 2, { sameAs: OTHER_PERSON, requestReply: 'Đã gộp', phone: '0912000345' })).toEqual({ kind: 'accepted', version: 3 })
    })
  })

  it('is the supervisor\'s alone', () => {
    expect(person().move({ household: OTHER_HOUSEHOLD }, 'officer').outcome).toEqual({ kind: 'refused', reason: 'notAllowed' })
  })

  it.each<[string, Partial<MoveOperation>]>([
    ['a person on nothing', { household: null }],
    ['a person on a person', { person: OTHER_PERSON }],
    ['a record that is itself', { same: ids.person }],
  ])('of %s is no move', (_, fields) => {
    expect(person().move(fields).outcome).toEqual({ kind: 'refused', reason: 'malformed' })
  })

  it('leaves a form in its state, accepted ones too, and answers nothing for it', () => {
    const desk = labourDesk()
    desk.create()
    desk.accept(1)
    const op: MoveOperation = { type: 'move', counter: desk.next('desk'), record: ids.labour, base: 2, at: DEVICE_TIME, hamlet: ids.otherHamlet, household: OTHER_HOUSEHOLD, person: ids.person }

    expect(desk.apply('desk', op).outcome).toEqual({ kind: 'accepted', version: 3 })
    expect(desk.record()).toMatchObject({ status: 'accepted', household: OTHER_HOUSEHOLD, hamlet: ids.otherHamlet })
    expect(desk.apply('desk', { ...op, counter: desk.next('desk'), reply: 'x' }).outcome).toEqual({ kind: 'refused', reason: 'malformed' })
  })
})
