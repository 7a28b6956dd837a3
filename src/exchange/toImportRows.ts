import type { ImportIssue, ImportRow } from '../protocol/api'
import type { ImportColumnId } from '../protocol/importColumns'
import { excelDay } from './excelNumber'
import type { ColumnMapping } from './guessColumns'
import type { TableRow } from './table'

/** Problems found while reading, before the server checks: repaired (`warning`) or not (`error`). `ui/text` has words for each. */
const readingProblems = ['leadingZeroAdded', 'serialDate', 'digitsLost', 'tooLong', 'cellError', 'noValue'] as const
export type ReadingProblem = (typeof readingProblems)[number]

export interface ReadRows {
  readonly rows: readonly ImportRow[]
  readonly issues: readonly ImportIssue[]
}

interface Repair {
  readonly value: string
  readonly problem?: ReadingProblem
}

const MAX_CELL = 500
/** Columns that belong to one household: with a new household code they are not filled down from the row above. */
const OF_HOUSEHOLD: readonly ImportColumnId[] = ['headName', 'address']
/** Columns that household lists often write only in the first row of a household. */
const FILLED_DOWN: readonly ImportColumnId[] = ['householdCode', 'hamletCode', 'hamletName', ...OF_HOUSEHOLD]

/**
 * Rows of a sheet as import rows: only mapped columns, cells as text. Damage that Excel is known to do is repaired and
 * reported: a lost leading zero, a date turned into its day number. Errors: lost digits (`5,8E+11`), and texts that Excel shows
 * in place of a value.
 *
 * @param fillDown blank household cells take the value of the row above (lists with merged cells)
 */
export function toImportRows(rows: readonly TableRow[], mapping: ColumnMapping, fillDown = false): ReadRows {
  const columns = Object.entries(mapping) as [ImportColumnId, number][]
  const issues: ImportIssue[] = []
  const above: { [column: string]: string } = {}
  const code = mapping.householdCode
  const read = rows.map(({ line, cells }): ImportRow => {
    const kept: { [column: string]: string } = {}
    if (code !== undefined && cells[code] && cells[code] !== above.householdCode) for (const column of OF_HOUSEHOLD) delete above[column]
    for (const [column, index] of columns) {
      const found = cells[index] ?? ''
      const filled = fillDown && found === '' && FILLED_DOWN.includes(column) ? (above[column] ?? '') : found
      const { value, problem } = repair(column, filled)
      if (problem) issues.push({ row: line, column, value: found, problem, severity: isLoss(problem) ? 'error' : 'warning' })
      if (value !== '') kept[column] = value
      if (found !== '') above[column] = found
    }
    return { row: line, cells: kept }
  })
  return { rows: read.filter((row) => Object.keys(row.cells).length > 0), issues }
}

function repair(column: ImportColumnId, value: string): Repair {
  if (/^#(?:N\/A|[A-Z/0]+[!?]|)$/.test(value)) return { value, problem: 'cellError' }
  if (value.startsWith('=')) return { value, problem: 'noValue' }
  if (value.length > MAX_CELL) return { value: value.slice(0, MAX_CELL), problem: 'tooLong' }
  if (column === 'personalId' || column === 'phone') {
    if (/^\d([.,]\d+)?E\+?\d+$/i.test(value)) return { value, problem: 'digitsLost' }
    return zeroAdded(column, value)
  }
  const day = column === 'born' && /^\d{5}$/.test(value) ? excelDay(Number(value)) : undefined
  return day ? { value: day, problem: 'serialDate' } : { value }
}

/** Adds the leading zero that Excel drops: 11 digits of a 12-digit number, 9 of a 10-digit phone number. */
function zeroAdded(column: 'personalId' | 'phone', value: string): Repair {
  const digits = value.replace(/[ .]/g, '')
  const short = column === 'personalId' ? /^[1-9]\d{10}$/ : /^[35789]\d{8}$/
  return short.test(digits) ? { value: `0${digits}`, problem: 'leadingZeroAdded' } : { value }
}

const isLoss = (problem: ReadingProblem): boolean => problem !== 'leadingZeroAdded' && problem !== 'serialDate'
