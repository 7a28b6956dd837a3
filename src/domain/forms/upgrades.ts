import type { FormKey } from '../records/record'
import type { Answers } from './answers'

/** Turns answers of one version into answers of the next. Pure. What cannot be carried over is left without an answer. */
export interface UpgradeStep {
  readonly from: FormKey
  readonly to: FormKey
  readonly upgrade: (answers: Answers) => Answers
}

/** A step to a version that only asks more: all answers stay, the new questions are not answered yet. */
const asksMore = (from: FormKey, to: FormKey): UpgradeStep => ({ from, to, upgrade: (answers) => answers })

/** One step for each pair of neighbouring versions. */
export const upgradeSteps: readonly UpgradeStep[] = [asksMore('household@1', 'household@2'), asksMore('household@2', 'household@3'), asksMore('household@3', 'household@4'), asksMore('person@1', 'person@2'), asksMore('person@2', 'person@3'), asksMore('asxh@1', 'asxh@2')]

export interface Captured {
  readonly form: FormKey
  readonly answers: Answers
}

/**
 * Upgrades answers step by step to the newest version, for a new form that starts from them. The record itself keeps the answers it was
 * captured with. If there is no step, the answers stay as they are.
 */
export function upgraded(captured: Captured, steps: readonly UpgradeStep[] = upgradeSteps): Captured {
  const step = steps.find((each) => each.from === captured.form)
  return step ? upgraded({ form: step.to, answers: step.upgrade(captured.answers) }, steps) : captured
}
