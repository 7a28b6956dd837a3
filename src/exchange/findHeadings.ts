import { guessColumns } from './guessColumns'
import type { Table, TableRow } from './table'

export interface Headings {
  /** One name per column; `''` if the file has none. */
  readonly names: readonly string[]
  /** Index in `table.rows` of the first row of data. */
  readonly firstRow: number
}

const SEARCHED_ROWS = 30

/**
 * Finds the headings among the first lines, as lists begin with the commune's name, a title, a date. Two heading lines with
 * merged cells ("Giấy tờ" over "Số CCCD | Ngày cấp") are read as one: the lower text, or the upper one if the lower is empty. If no
 * heading is recognised, the first line is taken, and the person matches the columns by hand.
 */
export function findHeadings(table: Table): Headings {
  let best: Headings = { names: table.rows[0]?.cells ?? [], firstRow: 1 }
  let bestScore = score(best.names)
  for (let at = 0; at < Math.min(SEARCHED_ROWS, table.rows.length); at += 1) {
    for (const candidate of candidatesAt(table.rows, at)) {
      const found = score(candidate.names)
      if (found > bestScore) [best, bestScore] = [candidate, found]
    }
  }
  return best
}

function candidatesAt(rows: readonly TableRow[], at: number): Headings[] {
  const upper = rows[at]?.cells ?? []
  const lower = rows[at + 1]?.cells
  const single = { names: upper, firstRow: at + 1 }
  if (!lower) return [single]
  const width = Math.max(upper.length, lower.length)
  const both = Array.from({ length: width }, (_, column) => lower[column] || upper[column] || '')
  return [single, { names: both, firstRow: at + 2 }]
}

function score(names: readonly string[]): number {
  return Object.keys(guessColumns(names)).length
}
