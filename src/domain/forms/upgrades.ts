import type { FormKey } from '../records/record'
import type { Answers } from './answers'

/** Turns answers of one version into answers of the next. Pure; what cannot be carried over is left unanswered. */
export interface UpgradeStep {
  readonly from: FormKey
  readonly to: FormKey
  readonly upgrade: (answers: Answers) => Answers
}

/** A version that only asks more: what was answered stands, the rest is not answered yet. */
const asksMore = (from: FormKey, to: FormKey): UpgradeStep => ({ from, to, upgrade: (answers) => answers })

/** One step between neighbouring versions, for every form that has more than one. */
export const upgradeSteps: readonly UpgradeStep[] = [asksMore('household@1', 'household@2'), asksMore('household@2', 'household@3'), asksMore('household@3', 'household@4'), asksMore('person@1', 'person@2'), asksMore('person@2', 'person@3'), asksMore('asxh@1', 'asxh@2')]

export interface Captured {
  readonly form: FormKey
  readonly answers: Answers
}

/**
 * Answers brought step by step to the newest version a chain leads to, for a form that begins with them; the record itself
 * keeps the answers it was captured with. Without a step the answers come back as they are.
 */
export function upgraded(captured: Captured, steps: readonly UpgradeStep[] = upgradeSteps): Captured {
  const step = steps.find((each) => each.from === captured.form)
  return step ? upgraded({ form: step.to, answers: step.upgrade(captured.answers) }, steps) : captured
}
