import { expect, it } from 'vitest'
import { problemWords } from '../../../src/ui/admin/import/problemWords'

it('a day that no month has is named in the words for its cell', () => {
  const issue = { row: 3, column: 'born', value: '31/02/1985', problem: 'PE-VAL:noSuchDay', severity: 'error' as const, data: { problem: 'noSuchDay', day: 31, month: 2, year: 1985 } }

  expect(problemWords(issue, {}, '', 'vi')).toBe('Tháng 2 không có ngày 31')
})
