import { findingWords, type Lang } from '../../../domain/forms/wording/words'
import { releasedForms } from '../../../domain/forms/released'
import type { ImportIssue } from '../../../protocol/api'

const fieldOf: Readonly<Record<string, string>> = { ethnicity: 'ethnicityCode' }

/** How many digits a field needs, for words such as "11 of 12 digits". The issue tells only the kind of problem. */
const digitsNeeded: Readonly<Record<string, number>> = { personalId: 12, phone: 10 }

/** Words for a problem of a cell: the import's own, or those of the form whose rule found it (`PE-VAL:noSuchDay`). */
export function problemWords(issue: ImportIssue, own: { readonly [problem: string]: string }, unknown: string, lang: Lang): string {
  const words = own[issue.problem]
  if (words !== undefined) return words
  const [id = '', problem] = issue.problem.split(':')
  const form = releasedForms.find((each) => id.startsWith(`${each.prefix}-`)) ?? (id === 'ID-DUP' ? releasedForms.find((each) => each.kind === 'person') : undefined)
  if (!form) return unknown
  const field = fieldOf[issue.column] ?? issue.column
  return findingWords(form, { id, severity: issue.severity, field, ...(problem && { data: { have: issue.value.replace(/\D/g, '').length, need: digitsNeeded[field] ?? 0, ...issue.data, problem } }) }, lang)
}
