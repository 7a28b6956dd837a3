import type { Coder } from './coding/coder'
import { WholeNumber } from './coding/wholeNumber'

const MAX_SCALE = 9
const MAX_WHOLE = 2 ** 51

/** How a column of numbers is coded: each as a count of `unit`s above `least` or, with `isDelta`, above the number before it plus `least`. */
export interface NumberPlan {
  /** After multiplying by 10^scale, all numbers are whole. */
  readonly scale: number
  readonly isDelta: boolean
  /** The number to which the first one is compared; 0 without `isDelta`. */
  readonly first: number
  readonly least: number
  readonly unit: number
}

/** The cheaper of the plain and the delta plan. `null` = some number would not come back exactly. */
export function planNumbers(values: readonly number[]): NumberPlan | null {
  const scale = scaleOf(values)
  if (scale === null) return null
  const wholes = values.map((value) => Math.round(value * 10 ** scale))
  const plain = reduce(wholes)
  const delta = reduce(wholes.slice(1).map((whole, at) => whole - (wholes[at] ?? 0)))
  const { least, unit } = delta.cost < plain.cost ? delta : plain
  const isDelta = delta.cost < plain.cost
  return { scale, isDelta, first: isDelta ? (wholes[0] ?? 0) - least : 0, least, unit }
}

/** Writes or reads the plan itself. */
export function codePlan(coder: Coder, plan: NumberPlan | null): NumberPlan {
  const { scale, isDelta, first, least, unit } = plan ?? { scale: 0, isDelta: false, first: 0, least: 0, unit: 1 }
  const size = new WholeNumber()
  const signed = (value: number): number => (coder.bits(1, value < 0 ? 1 : 0) ? -1 : 1) * size.code(coder, Math.abs(value))
  return { scale: coder.bits(4, scale), isDelta: coder.bits(1, isDelta ? 1 : 0) === 1, first: signed(first), least: signed(least), unit: size.code(coder, unit) }
}

/** Approximate bits of the numbers with this plan, after the number `before` (scaled). `null` = the plan does not fit some number. */
export function costBy({ scale, isDelta, least, unit }: NumberPlan, values: readonly number[], before: number): number | null {
  let last = before
  let cost = 0
  for (const value of values) {
    const whole = Math.round(value * 10 ** scale)
    const step = whole - least - (isDelta ? last : 0)
    if (!survives(value, 10 ** scale) || step < 0 || step % unit !== 0) return null
    cost += Math.log2(step / unit + 1)
    last = whole
  }
  return cost
}

/** The smallest number of decimal places with which every number becomes whole and comes back exactly. `null` = none. */
function scaleOf(values: readonly number[]): number | null {
  for (let scale = 0; scale <= MAX_SCALE; scale += 1) {
    if (values.every((value) => survives(value, 10 ** scale))) return scale
  }
  return null
}

function survives(value: number, factor: number): boolean {
  const whole = Math.round(value * factor)
  return Math.abs(whole) <= MAX_WHOLE && whole / factor === value && !Object.is(value, -0)
}

function reduce(wholes: readonly number[]): { readonly least: number; readonly unit: number; readonly cost: number } {
  const least = wholes.reduce((a, b) => Math.min(a, b), wholes[0] ?? 0)
  const unit = wholes.reduce((common, whole) => commonDivisor(common, whole - least), 0) || 1
  const cost = wholes.reduce((sum, whole) => sum + Math.log2((whole - least) / unit + 1), 0)
  return { least, unit, cost }
}

function commonDivisor(a: number, b: number): number {
  let [x, y] = [a, b]
  while (y > 0) [x, y] = [y, x % y]
  return x
}
