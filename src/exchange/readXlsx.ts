import { fail, ok, type Result } from '../domain/result'
import { cleanText } from './cleanText'
import { dayText, excelNumber } from './excelNumber'
import type { ReadFailure, Table, TableRow } from './table'
import { zipSize } from './zipSize'

const MAX_UNPACKED_BYTES = 300_000_000

type RawCell = string | boolean | Date | null

/**
 * All sheets of an XLSX that hold anything. The reader is loaded only here, because it is bigger than the screens that
 * use it. Numbers come as text, so that 12 digits stay 12 digits, text as it is, zeros in front included; date cells as
 * `dd/mm/yyyy`; a merged cell has its text in its first cell only.
 */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly Table[], ReadFailure>> {
  const unpacked = zipSize(bytes)
  if (unpacked === undefined) return fail({ kind: 'broken' })
  if (unpacked > MAX_UNPACKED_BYTES) return fail({ kind: 'tooLarge', maxMegabytes: MAX_UNPACKED_BYTES / 1e6 })
  const { default: readSheets } = await import('read-excel-file/universal')
  try {
    const sheets = await readSheets<string>(new Blob([bytes]), { parseNumber: excelNumber, trim: false })
    const tables = sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data as unknown as RawCell[][]) })).filter((table) => table.rows.length > 0)
    return tables.length === 0 ? fail({ kind: 'empty' }) : ok(tables)
  } catch {
    // Whatever the reader says about a file, the person can only choose another one: damaged, locked, or not a list.
    return fail({ kind: 'broken' })
  }
}

function rowsOf(data: readonly (readonly RawCell[])[]): TableRow[] {
  return data
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
    .filter((row) => row.cells.some((cell) => cell !== ''))
}

function cellText(cell: RawCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return dayText(cell)
  return cleanText(typeof cell === 'boolean' ? (cell ? '1' : '0') : cell)
}
