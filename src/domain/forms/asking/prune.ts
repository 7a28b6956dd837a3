import { isMissing, type AnswerRow, type Answers, type AnswerValue } from '../answers'
import { askedFields } from './ask'
import { askedColumns } from '../rows'
import { isExtensionField } from '../extensionField'
import type { Field, FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/**
 * Answers as they are sent: only what is asked, tidied, without what is computed. Answers of extension fields this form
 * does not (or no longer) know are kept: another device asked them. Idempotent; never throws.
 */
export function prune(form: FormDefinition, answers: Answers): Answers {
  const tidy = Object.fromEntries(Object.entries(answers).flatMap(([id, value]) => {
    const kept = keep(form.fields[id], id, value)
    return kept === undefined ? [] : [[id, kept] as const]
  }))
  const asked = askedFields(form, tidy)
  return Object.fromEntries(Object.entries(tidy).filter(([id]) => asked.has(id) || !form.fields[id]))
}

function keep(field: Field | undefined, id: string, value: AnswerValue | undefined): AnswerValue | undefined {
  if (!field) return isExtensionField(id) ? value : undefined
  return field.computed ? undefined : pruneAnswer(field, value)
}

/** One answer as it is sent: tidied, in repeated groups only what is asked. */
export function pruneAnswer(field: Field, value: AnswerValue | undefined): AnswerValue | undefined {
  const tidy = tidyAnswer(field, value)
  return field.kind === 'rows' && Array.isArray(tidy) && !isMissing(tidy) ? pruneRows(field, tidy as readonly AnswerRow[]) : tidy
}

function pruneRows(field: Field, rows: readonly AnswerRow[]): readonly AnswerRow[] | undefined {
  const kept = rows.map((row) => {
    const asked = askedColumns(field, row)
    return Object.fromEntries(Object.entries(row).filter(([column]) => asked.has(column)))
  }).filter((row) => Object.keys(row).length > 0)
  return kept.length > 0 ? kept : undefined
}
