import type { AnswerValue } from '../../domain/forms/answers'
import type { ImportIssue, ImportRow } from '../../protocol/api'
import { importColumns, type ImportColumnId } from '../../protocol/importColumns'
import { readCell } from './readCell'
import type { HamletFinder } from './hamletFinder'

type Values = Record<string, AnswerValue>

/** One line of the list: a person, and what the line says about the household. */
export interface ReadRow {
  readonly row: number
  readonly cells: ImportRow['cells']
  readonly hamlet: string | undefined
  readonly householdCode: string
  readonly household: Values
  readonly person: Values
}

/** Reads a line. Problems with its cells are added to `issues`. */
export function readRow({ row, cells }: ImportRow, hamlets: HamletFinder, issues: ImportIssue[]): ReadRow {
  const values = { household: {} as Values, person: {} as Values }
  for (const { id, required } of importColumns) {
    const text = (cells[id] ?? '').normalize('NFC').trim()
    if (text === '' && isNeeded(id, required, cells)) issues.push({ row, column: id, value: '', problem: 'required', severity: 'error' })
    if (text === '' || id === 'hamletCode' || id === 'hamletName') continue
    const { of, field, value, problem } = readCell(id, text)
    if (value !== undefined) values[of][field] = value
    if (problem) issues.push({ row, column: id, value: text, problem, severity: value === undefined ? 'error' : 'warning' })
  }
  const hamlet = findHamlet(row, cells, hamlets, issues)
  return { row, cells, hamlet, householdCode: String(values.household.householdCode ?? ''), ...values }
}

/** Whether an empty cell is an error. Of the hamlet's two columns, the code alone is enough. */
function isNeeded(id: ImportColumnId, required: boolean, cells: ImportRow['cells']): boolean {
  return required && !(id === 'hamletName' && cells.hamletCode?.trim())
}

function findHamlet(row: number, { hamletCode = '', hamletName = '' }: ImportRow['cells'], hamlets: HamletFinder, issues: ImportIssue[]): string | undefined {
  const [column, value] = hamletCode.trim() ? ['hamletCode', hamletCode] as const : ['hamletName', hamletName] as const
  if (!value.trim()) return undefined
  const found = hamlets.find(hamletCode, hamletName)
  if (found.ok) return found.value
  issues.push({ row, column, value: value.trim(), problem: found.error, severity: 'error' })
  return undefined
}
