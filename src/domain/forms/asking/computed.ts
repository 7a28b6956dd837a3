import type { MonthlyAmount } from '../../codes/monthlyAmount'
import { allowanceOn, type AllowanceFacts } from './allowance'
import { isMissing, type Answers } from '../answers'
import { askedFields } from './ask'
import type { CheckContext } from '../checking/finding'
import type { FormDefinition } from '../form'

/**
 * Answers computed from others as of `ctx.today`, by field id: the monthly allowance of a beneficiary. They are shown, but never
 * stored, because rates change by date. Absent if there is nothing to compute from.
 */
export function computedAnswers(form: FormDefinition, answers: Answers, ctx: Pick<CheckContext, 'today'>): Answers {
  if (form.kind !== 'asxh') return {}
  const amount = monthlyAllowance(form, answers, ctx.today)
  return amount.lines.some((line) => line.counted) ? { monthlyAmount: amount.total } : {}
}

/** The allowance with its lines, for screens that explain it. */
export function monthlyAllowance(form: FormDefinition, answers: Answers, day: string): MonthlyAmount {
  const asked = askedFields(form, answers)
  const facts = Object.fromEntries(Object.entries(answers).filter(([id, value]) => asked.has(id) && !isMissing(value)))
  return allowanceOn({ ...facts, groups: Array.isArray(facts.groups) ? facts.groups : [] } as AllowanceFacts, day)
}
