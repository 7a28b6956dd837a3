import { describe, expect, it } from 'vitest'
import { carriedFields } from '../../../src/domain/forms/offering/prefill'
import { currentForm } from '../../../src/domain/forms/registry'
import { cardOf } from '../../../src/domain/records/cards/cardOf'
import { recordCheck } from '../../../src/domain/records/digest'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { mayShrink, shrinkBefore, shrinkRecord } from '../../../src/domain/records/shrink'
import { recordSummary } from '../../../src/ui/collect/check/recordSummary'
import { checkTexts } from '../../../src/ui/text/check'
import { labourHead } from '../../support/villageForms'

const id = (n: number): string => `0190b000-0000-7000-8000-${String(n).padStart(12, '0')}`

const labour: RegisterRecord = {
  ...labourHead(id(1), id(2), id(3)), commune: '22810', id: id(4), form: 'labour@1', version: 3, status: 'accepted', round: 1, notes: [], submission: null,
  reviewedBy: id(5), reviewedAt: '2026-10-01T03:00:00.000Z', changes: [], holds: [], warnings: [], reasons: {},
  answers: { fullName: 'Lò Thị Ban', born: '1990', sex: '2', collectedOn: '2026-09-30', personalId: '056190000555', phone: '0905123456', activityStatus: '1' },
}
const asxh: RegisterRecord = {
  ...labour, kind: 'asxh', form: 'asxh@2',
  answers: {
    ...labour.answers, provinceCode: '56', groups: [{ code: 'BT05', subCode: 'a', validFrom: '2024-07-01', decisionNo: '123/QĐ' }], hasDisability: true, disabilityDegree: '1', disabilityTypes: ['1'],
    payMethod: 'BANK', accountStatus: 'AUTHORISED', accountKind: 'BANK', bankBin: '970405', accountNumber: '123456789', authorisedFullName: 'Lò Văn Tình', authorisedPersonalId: '056180000444',
  },
}
const cardFrom = (record: RegisterRecord) => cardOf({ id: record.id, commune: record.commune, server: record, operations: [], draft: null })

describe('what stays of an accepted form', () => {
  it.each([['labour', labour], ['asxh', asxh]])('%s: its card, but for numbers', (_kind, record) => {
    const { number: _number, phone: _phone, ...card } = cardFrom(record)!

    expect(cardFrom(shrinkRecord(record, false))).toEqual(card)
  })

  it('is enough to read a beneficiary record out and ask whether it still holds', () => {
    const words = { today: '2026-11-29', language: 'vi' as const, t: checkTexts.vi }

    const lines = recordSummary(shrinkRecord(asxh, false).answers, words)

    expect(lines).toEqual(recordSummary(asxh.answers, words))
    expect(lines).toHaveLength(5)
  })

  it.each([['labour', labour], ['asxh', asxh]])('of %s holds no number of a person or an account', (_kind, record) => {
    const text = JSON.stringify(shrinkRecord(record, false))

    for (const field of ['personalId', 'phone', 'accountNumber', 'authorisedPersonalId']) {
      const value = record.answers[field]
      if (typeof value === 'string') expect(text).not.toContain(value)
    }
  })

  it('is, for the next survey, what was said of work and schooling, and nothing sensitive', () => {
    const said = Object.fromEntries(carriedFields().map((field) => [field, '1']))
    const sensitive = carriedFields().filter((field) => currentForm('labour').fields[field]?.sensitive !== undefined)

    const { answers } = shrinkRecord({ ...labour, answers: { ...labour.answers, ...said } }, true)

    expect(sensitive).toContain('email')
    expect(Object.keys(answers).sort()).toEqual(['fullName', 'born', 'sex', 'collectedOn', ...carriedFields().filter((field) => !sensitive.includes(field))].sort())
  })

  it('knows which whole it is of', () => {
    expect(shrinkRecord(labour, false)).toMatchObject({ shrunk: recordCheck(labour), version: 3, status: 'accepted' })
  })
})

describe('the day before which a form must have been accepted', () => {
  it('is so many days ago in Viet Nam', () => {
    expect(shrinkBefore(Date.parse('2026-11-24T18:00:00.000Z'), 30)).toBe('2026-10-26')
  })

  it.each([['2026-10-25T16:00:00.000Z', true], ['2026-10-27T01:00:00.000Z', false]])('%s: %s', (reviewedAt, may) => {
    expect(mayShrink({ ...labour, reviewedAt }, '2026-10-26')).toBe(may)
  })
})
