import type { AnswerRow, Answers, AnswerValue } from '../answers'
import { clearedBy } from '../asking/ask'
import { columnsRead, fieldsRead } from '../asking/condition'
import type { FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/**
 * A changed answer as "leave it as it was" makes it: other questions are asked as they were. Of a repeated group only that goes back
 * which they hang on, and what the line asks because of it; the rest of what was typed in its lines stays. A line taken away comes back
 * with all the others.
 *
 * @param now all answers, with the change
 * @param before the field's answer before it
 */
export function asItWas(form: FormDefinition, now: Answers, field: string, before: AnswerValue | undefined): AnswerValue | undefined {
  const [earlier, rows, definition] = [rowsOf(before), rowsOf(now[field]), form.fields[field]]
  if (definition?.kind !== 'rows' || rows.length < earlier.length) return before
  const back = columnsBack(form, field)
  const kept = tidyAnswer(definition, rows.map((row, at) => ({ ...row, ...Object.fromEntries(back.map((column) => [column, earlier[at]?.[column]])) })))
  return clearedBy(form, { ...now, [field]: before }, { ...now, [field]: kept }).length === 0 ? kept : before
}

const rowsOf = (value: AnswerValue | undefined): readonly AnswerRow[] => (Array.isArray(value) ? (value as readonly AnswerRow[]) : [])

/** Columns the form's conditions read, and those of the line asked because of them: conditions read only earlier columns. */
function columnsBack({ fields, groups }: FormDefinition, field: string): readonly string[] {
  const conditions = [...groups, ...Object.values(fields)].flatMap(({ askIf }) => askIf ?? [])
  const back = new Set(conditions.flatMap((condition) => columnsRead(condition, field)))
  for (const [column, { askIf }] of Object.entries(fields[field]?.columns ?? {})) {
    if (askIf && fieldsRead(askIf).some((read) => back.has(read))) back.add(column)
  }
  return [...back]
}
