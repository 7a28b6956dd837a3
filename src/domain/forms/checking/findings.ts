import { isMissing, type Answers, type AnswerValue } from '../answers'
import { askedFields, isRequired, readAsked } from '../asking/ask'
import { isExtensionField } from '../extensionField'
import type { CheckContext, Finding } from './finding'
import type { Check, Field, FormDefinition } from '../form'
import type { Problem } from './valueProblem'
import { valueProblem } from './valueCheck'

/**
 * Everything the rules notice about answers, in form order. The same on the phone and on the server. Never throws.
 * - `<prefix>-REQ`: a required answer is missing
 * - `<prefix>-VAL`: a value is wrong (`data.problem` says why)
 * - `<prefix>-LEFT`: an answer to a field that is not asked, computed or unknown; it is reported, not removed
 * - the form's own checks, by their ids; they see only answers without any of these problems
 */
export function findings(form: FormDefinition, answers: Answers, ctx: CheckContext): Finding[] {
  const asked = askedFields(form, answers)
  const read = readAsked(asked, answers)
  const own = Object.entries(form.fields).flatMap(([id, field]) => {
    const found = asked.has(id) && !field.computed ? askedProblem(form, id, answers[id], isRequired(field, read), ctx) : leftOver(form, id, answers[id])
    return found ? [found] : []
  })
  const unknown = Object.keys(answers).filter((id) => !Object.hasOwn(form.fields, id) && !isExtensionField(id) && answers[id] !== undefined)
  const wrong = new Set(own.map((finding) => finding.field))
  const sound = Object.fromEntries(Object.entries(answers).filter(([id, value]) => asked.has(id) && !wrong.has(id) && !isMissing(value)))
  const crossed = form.checks.flatMap((check) => checked(check, sound, ctx))
  return inFormOrder(form, [...own, ...unknown.map((field) => error(form, 'LEFT', field)), ...crossed])
}

export function hasErrors(found: readonly Finding[]): boolean {
  return found.some((finding) => finding.severity === 'error')
}

function askedProblem(form: FormDefinition, id: string, value: AnswerValue | undefined, required: boolean, ctx: CheckContext): Finding | null {
  const field = form.fields[id]
  if (value === undefined || !field) return required ? error(form, 'REQ', id) : null
  if (isMissing(value)) return field.mayMiss?.includes(value.missing) ? null : error(form, 'VAL', id, { problem: 'mayNotMiss' })
  const problem = valueProblem(field, value) ?? communeProblem(field, value, ctx)
  return problem && error(form, 'VAL', id, problem)
}

/** Whether a well-formed code is no commune. Only a context with the list of units can tell. */
function communeProblem(field: Field, value: AnswerValue, ctx: CheckContext): Problem | null {
  const unknown = field.kind === 'commune' && ctx.findCommune !== undefined && ctx.findCommune(String(value)) === undefined
  return unknown ? { problem: 'commune' } : null
}

function leftOver(form: FormDefinition, id: string, value: AnswerValue | undefined): Finding | null {
  return value === undefined ? null : error(form, 'LEFT', id)
}

function error(form: FormDefinition, rule: 'REQ' | 'VAL' | 'LEFT', field: string, data?: Finding['data']): Finding {
  return { id: `${form.prefix}-${rule}`, severity: 'error', field, ...(data && { data }) }
}

function checked(check: Check, sound: Answers, ctx: CheckContext): Finding[] {
  const found = check.finds(sound, ctx)
  const field = check.fields[0]
  if (found === false || field === undefined) return []
  return [{ id: check.id, severity: check.severity, field, ...(found === true ? {} : { data: found }) }]
}

function inFormOrder(form: FormDefinition, found: Finding[]): Finding[] {
  if (found.length < 2) return found
  const order = new Map(form.groups.flatMap((group) => group.fields).map((id, place) => [id, place]))
  const place = (finding: Finding): number => order.get(finding.field) ?? order.size
  return [...found].sort((a, b) => place(a) - place(b))
}
