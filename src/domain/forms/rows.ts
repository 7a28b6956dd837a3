import type { AnswerRow } from './answers'
import type { Field } from './form'
import { holds, type Read } from './asking/evaluate'

/** Columns asked in one row of a repeated group; conditions read earlier columns of the same row. */
export function askedColumns(field: Field, row: AnswerRow): ReadonlySet<string> {
  const asked = new Set<string>()
  const read = readRow(asked, row)
  for (const [id, column] of Object.entries(field.columns ?? {})) {
    if (!column.askIf || holds(column.askIf, read)) asked.add(id)
  }
  return asked
}

export function readRow(asked: ReadonlySet<string>, row: AnswerRow): Read {
  return (column) => (asked.has(column) ? row[column] : undefined)
}
