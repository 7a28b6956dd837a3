import type { Coder } from './coder'
import { codePlan, type NumberPlan } from './numberPlan'
import { Vocabulary } from './vocabulary'
import { WholeNumber } from './wholeNumber'

/** A column of numbers for which there is a plan. */
export function numberColumn(coder: Coder, count: number, values: readonly number[], known: NumberPlan | null): readonly number[] {
  const { scale, isDelta, first, least, unit } = codePlan(coder, known)
  const factor = 10 ** scale
  const steps = new Vocabulary<number>()
  const sizes = new WholeNumber()
  const spell = (step: number): number => sizes.code(coder, step)
  const read: number[] = []
  let before = first
  for (let at = 0; at < count; at += 1) {
    const origin = least + (isDelta ? before : 0)
    const step = (Math.round((values[at] ?? 0) * factor) - origin) / unit
    const whole = steps.code(coder, step, spell) * unit + origin
    read.push(whole / factor)
    before = whole
  }
  return read
}
