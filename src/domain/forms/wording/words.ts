import type { Finding } from '../checking/finding'
import { COVERED } from '../../identity/maskedNumber'
import { fillWords } from './fillWords'
import type { Field, FormDefinition, Lang, Words } from '../form'
import { namesHivGroup } from '../subjects/hivGroups'
import { problemWords, tooManyDigits } from './problemWords'
import { isValueProblem, type Problem } from '../checking/valueProblem'
import type { WhyNotAsked } from '../asking/ask'
import { answerWords } from './answerWords'

export { answerWords, missingReasonWords } from './answerWords'
export type { Lang } from '../form'

/** Words of findings that belong to no form: only the server makes them, as only it sees the whole register. */
const serverWords: Readonly<Record<string, Words>> = {
  'ID-DUP': { vi: 'Số này đã ghi cho người khác. Xem hai hồ sơ có phải một người không.', en: 'This number is already written for someone else. See whether the two records are one person.' },
  'CODE-DUP': { vi: 'Mã này đã ghi cho hộ khác trong xã. Xem hai hộ có phải một hộ không, nếu không thì sửa mã.', en: 'This code is already written for another household of the commune. See whether the two are one household; if not, correct the code.' },
  'DEV-REVOKED': { vi: 'Phiếu đến từ máy đã bị thu hồi hoặc tài khoản đã ngừng dùng. Đối chiếu lại trước khi nghiệm thu.', en: 'This came from a revoked device or a disabled account. Compare before accepting.' },
  'FORM-DUP': { vi: 'Người này đã có một phiếu cùng loại. Xem hai phiếu có trùng nhau không.', en: 'This person already has a form of this kind. See whether the two forms say the same.' },
}

/**
 * A finding in words: what is wrong and what to do. A group of people living with HIV is not spelled out, because findings are read in
 * lists and on paper. Never throws. An unknown id gives a hint to look at the field again.
 */
export function findingWords(form: FormDefinition, finding: Finding, lang: Lang): string {
  const label = labelOf(form, finding, lang)
  const known = Object.entries(finding.data ?? {}).map(([name, value]) => [name, namesHivGroup(value) ? COVERED : value] as const)
  const data = { label, ...Object.fromEntries(known) }
  const words = wordsOf(form, finding)
  const row = finding.data?.problem !== undefined && finding.data.row !== undefined ? `${lang === 'vi' ? 'Dòng' : 'Line'} ${finding.data.row}: ` : ''
  return row + fillWords(words[lang], data, form.fields, lang)
}

/** The problem of one column of a repeated group, for display at that column. */
export function columnProblemWords(column: Field, problem: Problem, lang: Lang): string {
  return fillWords(valueWords(problem)[lang], { label: fieldLabel(column, lang, true), ...problem }, {}, lang)
}

function wordsOf(form: FormDefinition, { id, data }: Finding): Words {
  if (id === `${form.prefix}-REQ`) return problemWords.required
  if (id === `${form.prefix}-LEFT`) return problemWords.leftOver
  if (id === `${form.prefix}-VAL`) return valueWords(data)
  return form.checks.find((check) => check.id === id)?.words ?? serverWords[id] ?? { vi: 'Xem lại: {label}', en: 'Look again: {label}' }
}

function valueWords(data: Finding['data']): Words {
  const problem = data?.problem
  if (problem === 'digits' && Number(data?.have) > Number(data?.need)) return tooManyDigits
  return isValueProblem(problem) ? problemWords[problem] : problemWords.type
}

function labelOf(form: FormDefinition, finding: Finding, lang: Lang): string {
  const field = form.fields[finding.field]
  const column = typeof finding.data?.column === 'string' ? field?.columns?.[finding.data.column] : undefined
  const named = column ?? field
  if (!named) return finding.field
  // For an unanswered question the full label is used, so that it can be asked at once; otherwise the short one.
  return fieldLabel(named, lang, finding.id !== `${form.prefix}-REQ`)
}

/** The label of a field; with `short` the short one, where there is little room. */
export function fieldLabel(field: Field, lang: Lang, short = false): string {
  if (lang === 'en') return field.labelEn ?? field.label
  return short ? (field.short ?? field.label) : field.label
}

/** Why something is not asked: "Tình trạng việc làm: Người có việc làm". If the deciding question has no answer yet, only the question. */
export function whyWords(form: FormDefinition, why: WhyNotAsked, lang: Lang): string {
  const field = form.fields[why.field]
  if (!field) return ''
  const label = fieldLabel(field, lang, true)
  return why.answer === undefined ? label : `${label}: ${answerWords(field, why.answer, lang)}`
}
