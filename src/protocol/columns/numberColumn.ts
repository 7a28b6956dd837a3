import type { Coder } from './coding/coder'
import { FrequencyModel } from './coding/frequencyModel'
import { codePlan, costBy, type NumberPlan } from './numberPlan'
import type { Place } from './place'
import { Vocabulary } from './coding/vocabulary'
import { WholeNumber } from './coding/wholeNumber'

/** Cost of a new plan: its own bits, and everything that was learnt with the old one. */
const PLAN_BITS = 64

/** How the numbers of a place are coded since its current plan was made; kept from frame to frame. */
interface Told {
  readonly plan: NumberPlan
  readonly steps: Vocabulary<number>
  readonly sizes: WholeNumber
  /** The last number, after scaling. */
  before: number
}

/** A column of numbers that all fit a plan. */
export function numberColumn(coder: Coder, place: Place, count: number, values: readonly number[], known: NumberPlan | null): readonly number[] {
  const told = toldAt(coder, place, values, known)
  const { scale, isDelta, least, unit } = told.plan
  const factor = 10 ** scale
  const spell = (step: number): number => told.sizes.code(coder, step)
  const read: number[] = []
  for (let at = 0; at < count; at += 1) {
    const origin = least + (isDelta ? told.before : 0)
    const step = (Math.round((values[at] ?? 0) * factor) - origin) / unit
    const whole = told.steps.code(coder, step, spell) * unit + origin
    read.push(whole / factor)
    told.before = whole
  }
  return read
}

/** Keeps the plan of the frame before, with what was learnt with it, until another plan is far better. */
function toldAt(coder: Coder, place: Place, values: readonly number[], known: NumberPlan | null): Told {
  const kept = place.keep<{ told: Told | null }>('numbers', () => ({ told: null }))
  if (kept.told && coder.symbol(place.keep('plans', () => new FrequencyModel(2)), goesOn(kept.told, values, known) ? 1 : 0) === 1) return kept.told
  const plan = codePlan(coder, known)
  kept.told = { plan, steps: new Vocabulary<number>(), sizes: new WholeNumber(), before: plan.first }
  return kept.told
}

function goesOn({ plan, before }: Told, values: readonly number[], other: NumberPlan | null): boolean {
  const cost = costBy(plan, values, before)
  const otherCost = other && costBy(other, values, other.first)
  return cost !== null && (otherCost === null || cost <= 2 * otherCost + PLAN_BITS)
}
