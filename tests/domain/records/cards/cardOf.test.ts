import { describe, expect, it } from 'vitest'
import { displayState } from '../../../../src/domain/records/cards/card'
import { cardOf, type CardInput } from '../../../../src/domain/records/cards/cardOf'
import { expectedAnswers, lastSaid, patchBetween, type LocalOperation } from '../../../../src/domain/records/overlay'
import type { Outcome } from '../../../../src/domain/records/outcome'
import { reasonKey } from '../../../../src/domain/records/judging/serverWarnings'
import type { RecordHead, RegisterRecord } from '../../../../src/domain/records/record'

const head: RecordHead = { kind: 'labour', hamlet: 'h', household: 'ho', person: 'p' }
const record = (answers: RegisterRecord['answers'], change: Partial<RegisterRecord> = {}): RegisterRecord => ({
  ...head, commune: '22810', id: 'r', form: 'labour@1', answers, version: 3, status: 'submitted', round: 1, notes: [], submission: null,
  reviewedBy: null, reviewedAt: null, changes: [], holds: [], warnings: [], reasons: {}, ...change,
})
const submit = (counter: number, patch: Record<string, string | null>, outcome: Outcome | null = null): LocalOperation =>
  ({ device: 'd', outcome, operation: { type: 'submit', counter, record: 'r', base: 3, at: '2026-11-25T02:10:00.000Z', head, form: 'labour@1', patch } })
const card = (change: Partial<CardInput>) => cardOf({ id: 'r', commune: '22810', server: null, operations: [], draft: null, ...change })
const refused: Outcome = { kind: 'refused', reason: 'findings' }

describe('the card of a record', () => {
  it('says what a person must act on before what only waits', () => {
    const server = record({ fullName: 'Ban' })

    expect([
      card({ server }),
      card({ server, operations: [submit(1, { fullName: 'B' })] }),
      card({ server, operations: [submit(1, { fullName: 'B' })], draft: { head, answers: {} } }),
      card({ server, operations: [submit(1, { fullName: 'B' }, refused)], draft: { head, answers: {} } }),
    ].map(displayState)).toEqual(['sent', 'queued', 'draft', 'action'])
  })

  it('tells of a draft whatever else is to be said of the record', () => {
    const server = record({ fullName: 'Ban' })
    const draft = { head, answers: {} }

    expect([
      card({ server }),
      card({ server, draft }),
      card({ server, draft, operations: [submit(1, { fullName: 'B' })] }),
      card({ server, draft, operations: [submit(1, { fullName: 'B' }, refused)] }),
    ].map((each) => each?.hasDraft ?? false)).toEqual([false, true, true, true])
  })

  it('[S17] says of what waits for the reviewer alone that it does, and asks nobody else to act', () => {
    const hold = { id: 'd:1:phone', field: 'phone', value: '0912000512', by: 'u', at: '2026-11-19T01:00:00.000Z' }
    const locked: Outcome = { kind: 'held', version: 4, fields: ['phone'], reason: 'locked' }
    const accepted = record({ fullName: 'Ban' }, { status: 'accepted' })
    const of = (server: RegisterRecord, operations: readonly LocalOperation[] = []) => {
      const made = card({ server, operations })
      return [made?.local, made?.corrected]
    }

    expect(of({ ...accepted, holds: [{ ...hold, reason: 'locked' }] })).toEqual([null, true])
    expect(of({ ...accepted, holds: [{ ...hold, reason: 'overlap' }] })).toEqual([null, true])
    expect(of(record({ fullName: 'Ban' }, { holds: [{ ...hold, reason: 'overlap' }] }))).toEqual(['action', undefined])
    expect(of(accepted, [submit(1, { phone: '0912000512' }, locked)])).toEqual([null, undefined])
  })

  it.each([['4', {}], ['5', { gone: true }], ['6', { gone: true }], ['7', { untraced: true }]])('says of a person with residence %s: %j', (residenceState, said) => {
    const { gone, untraced } = card({ server: record({ fullName: 'Ban', residenceState }, { kind: 'person', form: 'person@3' }) })!

    expect({ ...(gone && { gone }), ...(untraced && { untraced }) }).toEqual(said)
  })

  it('says of a person what they have said no to', () => {
    const said = { consentLabour: false, consentWelfare: true, consentContact: false }

    expect(card({ server: record({ fullName: 'Ban', ...said }, { kind: 'person', form: 'person@3' }) })?.refused).toEqual(['labour', 'contact'])
    expect(card({ server: record({ fullName: 'Ban' }, { kind: 'person', form: 'person@3' }) })).not.toHaveProperty('refused')
  })

  it('is made of the draft while nothing else is there', () => {
    expect(card({ draft: { head, answers: { fullName: 'Ban' } } })).toMatchObject({ name: 'Ban', kind: 'labour', status: null, version: 0 })
  })

  it('tells on a household what came of the last visit, and on nobody else', () => {
    const visit = { visitOutcome: '2', visitedOn: '2026-11-20', nextVisitOn: '2026-11-27' }

    expect(card({ server: record({ headName: 'Ban', ...visit }, { kind: 'household', form: 'household@2' }) })).toMatchObject({ visit: '2', visitedOn: '2026-11-20', nextVisitOn: '2026-11-27' })
    expect(card({ server: record({ fullName: 'Ban', ...visit }) })).not.toHaveProperty('visit')
  })

  it('counts on people and households the warnings nobody has explained, until a change is on its way', () => {
    const warnings = ['PE-010', 'PE-023'].map((id) => ({ id, severity: 'warning' as const, field: 'personalId' }))
    const person = record({ fullName: 'Ban' }, { kind: 'person', form: 'person@3', warnings, reasons: { 'PE-010': 'Đã xem thẻ' } })

    expect(card({ server: person })?.doubts).toBe(1)
    expect(card({ server: { ...person, reasons: { 'PE-010': 'x', 'PE-023': 'x' } } })).not.toHaveProperty('doubts')
    expect(card({ server: person, operations: [submit(1, { fullName: 'B' })] })).not.toHaveProperty('doubts')
    expect(card({ server: record({ fullName: 'Ban' }, { warnings }) })).not.toHaveProperty('doubts')
  })

  it('counts the same number on another until somebody explained that one', () => {
    const warning = { id: 'ID-DUP', severity: 'warning' as const, field: 'personalId', data: { commune: '22810', record: '0190a000-0000-7000-8000-00000000aaaa' } }
    const person = record({ fullName: 'Ban' }, { kind: 'person', form: 'person@3', warnings: [warning] })

    expect(card({ server: { ...person, reasons: { 'ID-DUP:00000000bbbb': 'Đã xem hai thẻ' } } })?.doubts).toBe(1)
    expect(card({ server: { ...person, reasons: { [reasonKey(warning)]: 'Đã xem hai thẻ' } } })).not.toHaveProperty('doubts')
  })

  it('is none when nothing of the record is there', () => {
    expect(card({})).toBeUndefined()
  })

  it('shows the status an accepted operation leads to before the pull brings it', () => {
    const taken: Outcome = { kind: 'accepted', version: 4 }

    expect(card({ server: record({}, { status: 'returned' }), operations: [submit(1, {}, taken)] })?.status).toBe('submitted')
    expect(card({ server: record({}, { status: 'returned', version: 5 }), operations: [submit(1, {}, taken)] })?.status).toBe('returned')
  })

  it('keeps the status of a form that was moved until the pull brings it', () => {
    const moved: LocalOperation = { device: 'd', outcome: { kind: 'accepted', version: 4 }, operation: { type: 'move', counter: 1, record: 'r', base: 3, at: '2026-11-25T02:10:00.000Z', ...head } }

    for (const status of ['accepted', 'returned'] as const) expect(card({ server: record({}, { status }), operations: [moved] })?.status).toBe(status)
  })

  it('takes the name from the full name or, on a household, from its head', () => {
    const household = { ...record({ headName: 'Lò Thị Ban', householdCode: 'H1', walkNote: 'cạnh suối', address: 'Tổ 1' }), kind: 'household' as const }

    expect(card({ server: household })).toMatchObject({ name: 'Lò Thị Ban', code: 'H1', detail: 'cạnh suối' })
  })
})

describe('answers of this device over those of the server', () => {
  const server = record({ a: '1', b: '2' })

  it('[S19] lie over them in order; a cleared field is gone', () => {
    expect(lastSaid(server, [submit(1, { a: 'x' }), submit(2, { a: 'y', b: null })]).answers).toEqual({ a: 'y' })
  })

  it('[S11] a refused value is shown, but not taken for what the server will hold', () => {
    const operations = [submit(1, { a: 'x' }, refused)]

    expect([lastSaid(server, operations).answers, expectedAnswers(server, operations)]).toEqual([{ a: 'x', b: '2' }, { a: '1', b: '2' }])
  })

  it('[S16] of a held operation only the fields that were applied are shown', () => {
    expect(lastSaid(server, [submit(1, { a: 'x', b: 'y' }, { kind: 'held', version: 4, fields: ['a'], reason: 'overlap' })]).answers).toEqual({ a: '1', b: 'y' })
  })

  it('[S6] give way once the server’s version contains them', () => {
    expect(lastSaid(server, [submit(1, { a: 'x' }, { kind: 'accepted', version: 3 })]).answers).toEqual({ a: '1', b: '2' })
  })

  it('[S13] a patch names what differs and nothing else', () => {
    expect(patchBetween({ a: '1', b: '2', c: ['x'] }, { a: '1', c: ['x', 'y'], d: 0 })).toEqual({ b: null, c: ['x', 'y'], d: 0 })
  })
})
