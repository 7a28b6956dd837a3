import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/domain/records/cards/card'
import { isOfSurvey, labourForms, surveyOf } from '../../../src/domain/records/survey'

const starts = ['2025-03-01', '2026-01-01', '2027-01-01']
const form = (id: string, checkedOn?: string, kind: Card['kind'] = 'labour'): Card =>
  ({ id, commune: '22810', kind, hamlet: 'h', household: 'd', person: 'p', name: '', status: 'accepted', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...(checkedOn && { checkedOn }) })

describe('the labour survey a day lies in', () => {
  it.each<[string | undefined, string]>([
    ['2025-02-28', ''], ['2025-03-01', '2025-03-01'], ['2025-12-31', '2025-03-01'], ['2026-01-01', '2026-01-01'], ['2030-05-05', '2027-01-01'], [undefined, ''],
  ])('%s: %j', (day, start) => {
    expect(surveyOf(day, starts)).toBe(start)
  })

  it('is one and the same where surveys are not told apart', () => {
    expect(surveyOf('2026-11-29', [])).toBe('')
    expect(isOfSurvey(form('a'), '')).toBe(true)
  })

  it('is asked of labour forms only', () => {
    expect([form('a', '2025-12-31'), form('b'), form('c', '2026-01-01'), form('d', '2020-01-01', 'asxh')].map((card) => isOfSurvey(card, '2026-01-01'))).toEqual([false, false, true, true])
  })
})

describe('the labour forms of somebody', () => {
  it('are that of this survey, and the latest before it', () => {
    const cards = [form('old', '2024-06-01'), form('last', '2025-06-01'), form('now', '2026-02-01'), form('asxh', '2026-02-01', 'asxh'), { ...form('other', '2025-07-01'), person: 'q' }]

    const { current, earlier } = labourForms(cards, 'p', '2026-01-01')

    expect([current?.id, earlier?.id]).toEqual(['now', 'last'])
    expect(labourForms(cards, 'p', '2027-01-01')).toMatchObject({ current: undefined, earlier: { id: 'now' } })
    expect(labourForms(cards, 'nobody', '')).toEqual({ current: undefined, earlier: undefined })
  })
})
