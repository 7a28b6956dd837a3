import { fail, ok, type Result } from '../domain/result'
import { cleanText } from './cleanText'
import { dayText, excelNumber } from './excelNumber'
import type { ReadFailure, Table, TableRow } from './table'
import { xlsxCells, type CellTexts } from './xlsxCells'
import { zipEntries } from './zip'

const MAX_UNPACKED_BYTES = 300_000_000

type RawCell = string | boolean | Date | null

/**
 * All sheets of an XLSX file that are not empty. The library is loaded only here, because it is bigger than the screens that use it.
 *
 * - Numbers become text, so that 12 digits stay 12 digits. A number shown with leading zeros keeps them.
 * - Text stays as it is, with leading zeros. Dates become `dd/mm/yyyy`.
 * - An error becomes `#…`, a formula without a value `=…`.
 * - A merged cell has its text only in its first cell.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly Table[], ReadFailure>> {
  const entries = zipEntries(bytes)
  if (entries === undefined) return fail({ kind: 'broken' })
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_UNPACKED_BYTES) return fail({ kind: 'tooLarge', maxMegabytes: MAX_UNPACKED_BYTES / 1e6 })
  const { default: readSheets } = await import('read-excel-file/universal')
  try {
    const sheets = await readSheets<string>(new Blob([bytes]), { parseNumber: excelNumber, trim: false })
    const cells = await xlsxCells(bytes, entries)
    const tables = sheets.map(({ sheet, data }, at) => ({ name: sheet, rows: rowsOf(data as unknown as RawCell[][], cells[at] ?? new Map()) })).filter((table) => table.rows.length > 0)
    return tables.length === 0 ? fail({ kind: 'empty' }) : ok(tables)
  } catch {
    // Whatever the library reports about a file, the person can only choose another one: it is damaged, locked, or not a list.
    return fail({ kind: 'broken' })
  }
}

/** @param texts cells that the library lacks or reads differently; they may lie below or to the right of all its cells */
function rowsOf(data: readonly (readonly RawCell[])[], texts: CellTexts): TableRow[] {
  const lines = [...texts.keys()].reduce((most, line) => Math.max(most, line + 1), data.length)
  return Array.from({ length: lines }, (_, line): readonly RawCell[] => withTexts(data[line] ?? [], texts.get(line)))
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
    .filter((row) => row.cells.some((cell) => cell !== ''))
}

function withTexts(cells: readonly RawCell[], texts: ReadonlyMap<number, string> | undefined): readonly RawCell[] {
  if (!texts) return cells
  const width = Math.max(cells.length, ...Array.from(texts.keys(), (column) => column + 1))
  return Array.from({ length: width }, (_, column) => texts.get(column) ?? cells[column] ?? null)
}

function cellText(cell: RawCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return dayText(cell)
  return cleanText(typeof cell === 'boolean' ? (cell ? '1' : '0') : cell)
}
