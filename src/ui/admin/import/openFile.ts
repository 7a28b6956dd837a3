import { findHeadings } from '../../../exchange/findHeadings'
import { guessColumns } from '../../../exchange/guessColumns'
import type { Table } from '../../../exchange/table'
import type { OpenedFile } from './importState'
import { recallColumns } from './rememberedColumns'

/** The file with one sheet chosen: the one in which most columns are recognised. */
export function openFile(name: string, tables: readonly Table[]): OpenedFile {
  const known = tables.map((table) => Object.keys(guessColumns(findHeadings(table).names)).length)
  return withSheet({ name, tables, fillDown: false }, known.indexOf(Math.max(...known)))
}

/** The same file with another sheet. Its columns are guessed again. */
export function withSheet(file: Pick<OpenedFile, 'name' | 'tables' | 'fillDown'>, sheet: number): OpenedFile {
  const table = file.tables[sheet] ?? file.tables[0] ?? { name: null, rows: [] }
  const headings = findHeadings(table)
  return { ...file, sheet, headings, mapping: guessColumns(headings.names, recallColumns()) }
}
