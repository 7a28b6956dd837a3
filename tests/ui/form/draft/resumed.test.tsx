import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../../src/domain/forms/answers'
import type { RegisterRecord } from '../../../../src/domain/records/record'
import type { Draft, LocalRecord } from '../../../../src/storage/ledger'
import { resumed } from '../../../../src/ui/form/draft/resumed'

const head = { kind: 'household', hamlet: 'h', household: null, person: null } as const
const draft = (seen: Answers, answers: Answers, told: Draft['told'] = {}): Draft => ({ id: 'r', commune: '22810', head, form: 'household@1', base: 1, seen, answers, told, reasons: {}, savedAt: '2026-11-25T02:00:00.000Z' })
const record = (version: number, answers: Answers, confirmed: LocalRecord['confirmed'] = {}): LocalRecord => ({ server: { version } as RegisterRecord, head, form: 'household@1', answers, confirmed, holds: [], pending: [] })
const seen = { headName: 'Lò Thị Ban', address: 'Nhà cũ' }

describe('a draft taken up again', () => {
  it('stays as it is while the record has not changed', () => {
    const same = draft(seen, { ...seen, headName: 'Lò Thị Bản' })

    expect(resumed(same, record(1, seen))).toBe(same)
    expect(resumed(same, undefined)).toBe(same)
  })

  it('takes over what a colleague corrected meanwhile, and counts as made on that version', () => {
    const corrected = { ...seen, address: 'Nhà mới' }

    const next = resumed(draft(seen, { ...seen, headName: 'Lò Thị Bản' }), record(2, corrected))

    expect(next).toMatchObject({ answers: { headName: 'Lò Thị Bản', address: 'Nhà mới' }, seen: corrected, base: 2 })
  })

  it('keeps its own word and its old base where both changed the same answer, so that neither is lost in silence', () => {
    const next = resumed(draft(seen, { ...seen, headName: 'Lò Thị Bản' }), record(2, { ...seen, headName: 'Lò Thị Bàn' }))

    expect(next).toMatchObject({ answers: { headName: 'Lò Thị Bản', address: 'Nhà cũ' }, seen, base: 1 })
  })
  it('has of what follows the record the marks of the record, and of the rest its own', () => {
    const before = { ...seen, phone: '0912000111', walkNote: 'Cạnh cầu' }
    const now = { ...before, address: 'Nhà mới', phone: '0912000222' }

    const next = resumed(draft(before, before, { headName: 'confirmed', address: 'confirmed', walkNote: 'offered' }), record(2, now, { phone: true }))

    expect(next).toMatchObject({ answers: now, base: 2 })
    expect(next.told).toEqual({ headName: 'confirmed', walkNote: 'offered', phone: 'confirmed' })
  })
})
