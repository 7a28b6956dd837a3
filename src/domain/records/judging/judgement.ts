import type { Answers } from '../../forms/answers'
import type { Finding } from '../../forms/checking/finding'
import { findings } from '../../forms/checking/findings'
import type { FormDefinition } from '../../forms/form'
import { findForm, withExtensions } from '../../forms/registry'
import type { FormKey } from '../record'
import type { ApplyContext } from '../recordState'
import { DUPLICATE_CODE, DUPLICATE_FORM, DUPLICATE_NUMBER } from './serverWarnings'

const byServer: readonly string[] = [DUPLICATE_NUMBER, DUPLICATE_FORM, DUPLICATE_CODE]

export interface Judgement {
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
}

export function formOf(key: FormKey, ctx: Pick<ApplyContext, 'extensions'>): FormDefinition | undefined {
  const form = findForm(key)
  return form && ctx.extensions ? withExtensions(form, ctx.extensions) : form
}

/** The shared rules on whole answers. Nothing is repaired: answers to questions not asked are errors too. */
export function judge(form: FormDefinition, answers: Answers, ctx: Pick<ApplyContext, 'check'>): Judgement {
  const all = findings(form, answers, ctx.check)
  return {
    errors: all.filter((finding) => finding.severity === 'error'),
    warnings: all.filter((finding) => finding.severity === 'warning'),
  }
}

/** Warnings of the rules, and those the server made before. */
export function withServerWarnings(warnings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  return [...warnings, ...before.filter((finding) => byServer.includes(finding.id))]
}
