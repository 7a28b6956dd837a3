/** One line of a sheet. Cells are text as a person would read it. A missing cell is `''`. */
export interface TableRow {
  /** Line number in the file as the user sees it. 1 = first. */
  readonly line: number
  readonly cells: readonly string[]
}

/** One sheet of a workbook, or a whole CSV file. Empty lines are left out; the other lines keep their numbers. */
export interface Table {
  /** Name of the sheet. `null` for CSV. */
  readonly name: string | null
  readonly rows: readonly TableRow[]
}

/** Why a file cannot be read as a list. Nothing of it was used. `ui/text` has words for each kind. */
export type ReadFailure =
  | { readonly kind: 'wrongType' } // neither XLSX nor text
  | { readonly kind: 'unreadable' } // moved, or held by another program, since it was chosen
  | { readonly kind: 'oldExcel' } // .xls of Excel 97-2003
  | { readonly kind: 'tooLarge'; readonly maxMegabytes: number }
  | { readonly kind: 'broken' } // damaged, locked with a password, or cut short
  | { readonly kind: 'empty' }
  | { readonly kind: 'notUtf8'; readonly line: number }
  | { readonly kind: 'openQuote'; readonly line: number }
  | { readonly kind: 'tooManyRows'; readonly rows: number; readonly max: number }

/** The server accepts at most this many rows in one import (`importSchema`). */
export const MAX_ROWS = 50_000
