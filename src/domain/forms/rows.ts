import type { AnswerRow } from './answers'
import type { Field } from './form'
import { isRequired } from './asking/ask'
import { holds, type Read } from './asking/evaluate'

/** Columns that are asked in one row of a repeated group. Conditions read earlier columns of the same row. */
export function askedColumns(field: Field, row: AnswerRow): ReadonlySet<string> {
  const asked = new Set<string>()
  const read = readRow(asked, row)
  for (const [id, column] of Object.entries(field.columns ?? {})) {
    if (!column.askIf || holds(column.askIf, read)) asked.add(id)
  }
  return asked
}

function readRow(asked: ReadonlySet<string>, row: AnswerRow): Read {
  return (column) => (asked.has(column) ? row[column] : undefined)
}

/** Whether a column of a row must be answered. `asked` are the columns asked in that row. */
export function isColumnRequired(field: Field, column: string, row: AnswerRow, asked: ReadonlySet<string>): boolean {
  const definition = field.columns?.[column]
  return definition !== undefined && isRequired(definition, readRow(asked, row))
}
