import type { ColumnMapping } from '../../../exchange/guessColumns'
import type { Headings } from '../../../exchange/findHeadings'
import type { Table } from '../../../exchange/table'
import type { ImportIssue, ImportPreview, ImportResult, ImportRow } from '../../../protocol/api'

/** A file that was read: its sheets and the one in use. */
export interface OpenedFile {
  readonly name: string
  readonly tables: readonly Table[]
  readonly sheet: number
  readonly headings: Headings
  readonly mapping: ColumnMapping
  readonly fillDown: boolean
}

/** Rows as they would go to the server, with everything noticed about them. */
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

/** How each row came out: one error makes it wrong, else one warning makes it worth a look. */
export function verdicts({ rows, issues }: Checked): ReadonlyMap<number, RowVerdict> {
  const found = new Map<number, RowVerdict>(rows.map((row) => [row.row, 'good']))
  for (const { row, severity } of issues) {
    if (severity === 'error') found.set(row, 'wrong')
    else if (found.get(row) !== 'wrong') found.set(row, 'warned')
  }
  return found
}
