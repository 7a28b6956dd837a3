import type { AnswerRow, Answers, AnswerValue } from '../answers'
import { clearedBy } from '../asking/ask'
import { columnsRead, fieldsRead } from '../asking/condition'
import type { FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/**
 * The answer of a changed field after somebody chose "leave it as it was", because the change would drop other answers. Usually the
 * answer before. In a repeated group only some columns go back: those on which other questions depend, and those of the same row that
 * are asked because of them. The rest that was typed in the rows stays. If a row was removed, all rows go back.
 *
 * @param now all answers, with the change
 * @param before the field's answer before the change
 */
export function asItWas(form: FormDefinition, now: Answers, field: string, before: AnswerValue | undefined): AnswerValue | undefined {
  const [earlier, rows, definition] = [rowsOf(before), rowsOf(now[field]), form.fields[field]]
  if (definition?.kind !== 'rows' || rows.length < earlier.length) return before
  const back = columnsBack(form, field)
  const kept = tidyAnswer(definition, rows.map((row, at) => ({ ...row, ...Object.fromEntries(back.map((column) => [column, earlier[at]?.[column]])) })))
  return clearedBy(form, { ...now, [field]: before }, { ...now, [field]: kept }).length === 0 ? kept : before
}

const rowsOf = (value: AnswerValue | undefined): readonly AnswerRow[] => (Array.isArray(value) ? (value as readonly AnswerRow[]) : [])

/** Columns that the form's conditions read, and columns asked because of them. One pass is enough: conditions read only earlier columns. */
function columnsBack({ fields, groups }: FormDefinition, field: string): readonly string[] {
  const conditions = [...groups, ...Object.values(fields)].flatMap(({ askIf }) => askIf ?? [])
  const back = new Set(conditions.flatMap((condition) => columnsRead(condition, field)))
  for (const [column, { askIf }] of Object.entries(fields[field]?.columns ?? {})) {
    if (askIf && fieldsRead(askIf).some((read) => back.has(read))) back.add(column)
  }
  return [...back]
}
