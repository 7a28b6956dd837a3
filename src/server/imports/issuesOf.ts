import type { Finding } from '../../domain/forms/checking/finding'
import type { ImportIssue } from '../../protocol/api'
import { importColumns } from '../../protocol/importColumns'
import type { ImportProblem } from '../../protocol/importProblems'
import type { ReadRow } from './readRow'
import type { RecordPlan } from './planRecord'

const columnOf: Readonly<Record<string, string>> = { oldId9: 'personalId', ethnicityCode: 'ethnicity' }

/** An issue with one cell of a line. */
export function issue({ row, cells }: ReadRow, column: string, problem: ImportProblem, severity: ImportIssue['severity']): ImportIssue {
  return { row, column, value: cells[column] ?? '', problem, severity }
}

/** The issues of a line by the rules of the forms and by the register. Warnings about cells that the list leaves empty are left out as noise. */
export function issuesOf({ row, cells, person, household }: ReadRow, of: 'household' | 'person', plan: RecordPlan): ImportIssue[] {
  const values = of === 'person' ? person : household
  const at = (field: string): Pick<ImportIssue, 'row' | 'column' | 'value'> => {
    const column = columnFor(field)
    return { row, column, value: cells[column] ?? '' }
  }
  const told = plan.findings.filter(({ severity, field }) => severity === 'error' || values[field] !== undefined)
  // An empty required cell is already reported by `readRow`.
  const news = told.filter(({ id, field }) => !(id.endsWith('-REQ') && isReported(field)))
  return [
    ...news.map((finding) => ({ ...at(finding.field), problem: problemOf(finding), severity: finding.severity, ...(finding.data && { data: finding.data }) })),
    ...plan.kept.map((field) => ({ ...at(field), problem: 'keptNewer', severity: 'warning' as const })),
  ]
}

const columnFor = (field: string): string => columnOf[field] ?? field

const isReported = (field: string): boolean => importColumns.some(({ id, required }) => id === field && required)

function problemOf({ id, data }: Finding): string {
  return typeof data?.problem === 'string' ? `${id}:${data.problem}` : id
}
