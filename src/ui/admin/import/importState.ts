import type { ColumnMapping } from '../../../exchange/guessColumns'
import type { Headings } from '../../../exchange/findHeadings'
import type { Table } from '../../../exchange/table'
import type { ImportIssue, ImportPreview, ImportResult, ImportRow } from '../../../protocol/api'

/** A file that was read: its sheets, the one in use, and how its columns are matched. */
export interface OpenedFile {
  readonly name: string
  readonly tables: readonly Table[]
  readonly sheet: number
  readonly headings: Headings
  readonly mapping: ColumnMapping
  readonly fillDown: boolean
}

/** Rows as they would be sent to the server, with every issue found in them. */
export interface Checked {
  readonly rows: readonly ImportRow[]
  readonly issues: readonly ImportIssue[]
  readonly counts: Pick<ImportPreview, 'households' | 'people' | 'hamlets'>
}

export type ImportStep =
  | { readonly step: 'choose' }
  | { readonly step: 'columns'; readonly file: OpenedFile }
  | { readonly step: 'preview'; readonly file: OpenedFile; readonly checked: Checked }
  | { readonly step: 'done'; readonly written: ImportResult['written'] }

export type RowVerdict = 'wrong' | 'warned' | 'good'

/** The verdict on each row, by row number: `wrong` with an error, otherwise `warned` with a warning, otherwise `good`. */
export function verdicts({ rows, issues }: Checked): ReadonlyMap<number, RowVerdict> {
  const found = new Map<number, RowVerdict>(rows.map((row) => [row.row, 'good']))
  for (const { row, severity } of issues) {
    if (severity === 'error') found.set(row, 'wrong')
    else if (found.get(row) !== 'wrong') found.set(row, 'warned')
  }
  return found
}
