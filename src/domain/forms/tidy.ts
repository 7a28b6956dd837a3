import { cleanName } from '../identity/nameKey'
import { normalisePhone } from '../identity/phone'
import type { AnswerRow, AnswerValue, Scalar } from './answers'
import type { Field, FieldKind } from './form'

const worded: readonly FieldKind[] = ['text', 'email']
const numbered: readonly FieldKind[] = ['personalId', 'digits']

/**
 * An answer as it is stored. Text: NFC, single spaces, none at the ends. Numbers: without the spaces and dots people write. Blank text
 * becomes `undefined`, i.e. not answered. Other values stay as they are. Idempotent. Never throws.
 */
export function tidyAnswer(field: Field, value: AnswerValue | undefined): AnswerValue | undefined {
  if (typeof value === 'string') return tidyText(field, value) || undefined
  return field.kind === 'rows' && Array.isArray(value) ? tidyRows(field, value as readonly AnswerRow[]) : value
}

function tidyText({ kind, compact }: Field, text: string): string {
  if (compact) return text.normalize('NFC').replace(/[\s.-]/g, '')
  if (worded.includes(kind)) return cleanName(text)
  if (kind === 'longText') return text.normalize('NFC').split('\n').map(cleanName).join('\n').trim()
  if (numbered.includes(kind)) return text.replace(/[\s.-]/g, '')
  return kind === 'phone' ? normalisePhone(text) : text
}

/** Empty rows are dropped. If no row is left, the question is not answered. */
function tidyRows(field: Field, rows: readonly AnswerRow[]): readonly AnswerRow[] | undefined {
  const kept = rows.map((row) => tidyRow(field, row)).filter((row) => Object.keys(row).length > 0)
  return kept.length > 0 ? kept : undefined
}

function tidyRow(field: Field, row: AnswerRow): AnswerRow {
  const tidy: Record<string, Scalar> = {}
  for (const [column, value] of Object.entries(row)) {
    const kept = tidyAnswer(field.columns?.[column] ?? field, value)
    if (kept !== undefined) tidy[column] = kept as Scalar
  }
  return tidy
}
