import type { AnswerRow, Scalar } from '../answers'
import type { Field } from '../form'
import { askedColumns, isColumnRequired } from '../rows'
import { textProblem } from './textProblem'
import type { Problem } from './valueProblem'

const WRONG_TYPE: Problem = { problem: 'type' }

/** The first problem with a value of any type (a missing reason is not a value). `null` = none. Never throws. */
export function valueProblem(field: Field, value: unknown): Problem | null {
  switch (field.kind) {
    case 'yesNo': return typeof value === 'boolean' ? null : WRONG_TYPE
    case 'integer':
    case 'money': return Number.isFinite(value) ? numberProblem(field, value as number) : WRONG_TYPE
    case 'multi': return isListOf(isText, value) ? multiProblem(field, value) : WRONG_TYPE
    case 'rows': return isListOf(isRow, value) ? rowsProblem(field, value) : WRONG_TYPE
    default: return isText(value) ? textProblem(field, value) : WRONG_TYPE
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isScalar = (value: unknown): value is Scalar => isText(value) || typeof value === 'boolean' || Number.isFinite(value)

const isRow = (value: unknown): value is AnswerRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isScalar)

const isListOf = <T>(isOne: (value: unknown) => value is T, value: unknown): value is readonly T[] => Array.isArray(value) && value.every(isOne)

const MOST = 1_000_000_000_000

function numberProblem(field: Field, value: number): Problem | null {
  if (!Number.isInteger(value)) return { problem: 'whole' }
  const [min, max] = [field.min ?? 0, field.max ?? MOST]
  return value < min || value > max ? { problem: 'range', min, max } : null
}

function multiProblem(field: Field, values: readonly string[]): Problem | null {
  if (values.some((value) => !field.options?.some((option) => option.code === value))) return { problem: 'choice' }
  return new Set(values).size < values.length ? { problem: 'twice' } : null
}

function rowsProblem(field: Field, rows: readonly AnswerRow[]): Problem | null {
  for (const [index, row] of rows.entries()) {
    const problem = rowProblem(field, row)
    if (problem) return { ...problem, row: index + 1 }
  }
  return rows.length === 0 ? { problem: 'blank' } : null
}

function rowProblem(field: Field, row: AnswerRow): Problem | null {
  const asked = askedColumns(field, row)
  const leftOver = Object.keys(row).find((column) => !asked.has(column))
  if (leftOver !== undefined) return { problem: 'leftOver', column: leftOver }
  for (const column of asked) {
    const problem = columnProblem(field.columns?.[column], row[column], isColumnRequired(field, column, row, asked))
    if (problem) return { ...problem, column }
  }
  return null
}

function columnProblem(column: Field | undefined, value: Scalar | undefined, needed: boolean): Problem | null {
  if (value === undefined) return needed ? { problem: 'required' } : null
  return column ? valueProblem(column, value) : null
}
