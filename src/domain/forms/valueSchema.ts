import * as z from 'zod/mini'
import type { AnswerRow, Scalar } from './answers'
import { isRequired } from './ask'
import type { Field } from './form'
import { askedColumns, readRow } from './rows'
import { textProblem } from './textProblem'
import type { Problem } from './valueProblem'

const schemas = new WeakMap<Field, z.ZodMiniType>()

/** The schema of a field's value (a missing reason is not a value). Its issues carry a `Problem` in `params`. */
export function valueSchema(field: Field): z.ZodMiniType {
  const made = schemas.get(field) ?? makeSchema(field)
  schemas.set(field, made)
  return made
}

/** The first thing wrong with a value; `null` when it is right. Never throws. */
export function valueProblem(field: Field, value: unknown): Problem | null {
  const parsed = valueSchema(field).safeParse(value)
  if (parsed.success) return null
  const issue = parsed.error.issues[0]
  return issue?.code === 'custom' && issue.params ? (issue.params as Problem) : { problem: 'type' }
}

function makeSchema(field: Field): z.ZodMiniType {
  switch (field.kind) {
    case 'yesNo': return z.boolean()
    case 'integer':
    case 'money': return z.number().check(refuse((value) => numberProblem(field, value)))
    case 'multi': return z.array(z.string()).check(refuse((value) => multiProblem(field, value)))
    case 'rows': return z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))).check(refuse((rows) => rowsProblem(field, rows)))
    default: return z.string().check(refuse((value) => textProblem(field, value)))
  }
}

function refuse<T>(problemOf: (value: T) => Problem | null): z.core.CheckFn<T> {
  return (payload) => {
    const problem = problemOf(payload.value)
    if (problem) payload.issues.push({ code: 'custom', input: payload.value, params: problem })
  }
}

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
    const problem = columnProblem(field.columns?.[column], row[column], isNeeded(field, column, row, asked))
    if (problem) return { ...problem, column }
  }
  return null
}

function isNeeded(field: Field, column: string, row: AnswerRow, asked: ReadonlySet<string>): boolean {
  const definition = field.columns?.[column]
  return definition !== undefined && isRequired(definition, readRow(asked, row))
}

function columnProblem(column: Field | undefined, value: Scalar | undefined, needed: boolean): Problem | null {
  if (value === undefined) return needed ? { problem: 'required' } : null
  return column ? valueProblem(column, value) : null
}
