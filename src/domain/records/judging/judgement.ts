import type { Answers } from '../../forms/answers'
import type { Finding } from '../../forms/checking/finding'
import { findings } from '../../forms/checking/findings'
import type { FormDefinition } from '../../forms/form'
import { findForm, withExtensions } from '../../forms/registry'
import type { FormKey } from '../record'
import type { ApplyContext } from '../recordState'

/** Another person has the same number: only the server can see that, so it makes this finding and the rules keep it. */
export const DUPLICATE_NUMBER = 'ID-DUP'
/** The person has another form of this kind: likewise the server's finding. Taken, because nothing sent is thrown away. */
export const DUPLICATE_FORM = 'FORM-DUP'
/** It came in an envelope of a revoked device or a disabled account; said until somebody else changes the record. */
export const REVOKED_SENDER = 'DEV-REVOKED'
const byServer: readonly string[] = [DUPLICATE_NUMBER, DUPLICATE_FORM]

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
