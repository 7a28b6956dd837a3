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

/** The form of a record with the province's extra fields. `undefined` = an unknown form version. */
export function formOf(key: FormKey, ctx: Pick<ApplyContext, 'extensions'>): FormDefinition | undefined {
  const form = findForm(key)
  return form && ctx.extensions ? withExtensions(form, ctx.extensions) : form
}

/** Applies the shared rules to whole answers. It repairs nothing: an answer to a question that is not asked is an error, too. */
export function judge(form: FormDefinition, answers: Answers, ctx: Pick<ApplyContext, 'check'>): Judgement {
  const all = findings(form, answers, ctx.check)
  return {
    errors: all.filter((finding) => finding.severity === 'error'),
    warnings: all.filter((finding) => finding.severity === 'warning'),
  }
}

/** New warnings of the rules, together with the server's warnings from before. */
export function withServerWarnings(warnings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  return [...warnings, ...before.filter((finding) => byServer.includes(finding.id))]
}
