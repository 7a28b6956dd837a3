import { isMissing, type AnswerRow, type Answers, type AnswerValue } from '../answers'
import { askedFields } from './ask'
import { askedColumns } from '../rows'
import { isExtensionField } from '../extensionField'
import type { Field, FormDefinition } from '../form'
import { tidyAnswer } from '../tidy'

/**
 * Answers as they are sent: tidied, only what is asked, without computed fields. Answers to extension fields that this form does
 * not know (any longer) are kept, because another device asked them. Idempotent. Never throws.
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

/** One answer as it is sent: tidied. Of a repeated group only the asked columns. */
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
