import type { PartialDate, PlainDate } from '../time'
import { baseRateOn, type BaseRate } from './baseRates'
import { findBenefitGroup, type BenefitGroup } from './benefits'
import { ruledTenths, type PersonFacts } from './coefficient'

/** One decision as it is stored in the record. */
export interface BenefitRow {
  readonly code: string
  readonly subCode?: string | undefined
  /** Coefficient in the decision, in tenths (15 = 1,5). Takes precedence over the rule's. */
  readonly coefficientTenths?: number | undefined
  /** Monthly amount in the decision, in đồng: for people with merit and local groups. */
  readonly amount?: number | undefined
  readonly validFrom?: PartialDate | undefined
  readonly validTo?: PartialDate | undefined
}

/**
 * Why a line counts or not.
 *
 * Counted:
 * - `highest`: the highest of the social amounts
 * - `besides`: BT04 together with BT05, BT06 or BT08
 * - `entered`: the amount of the decision
 *
 * Not counted:
 * - `lower`: another social amount is higher
 * - `notNow`: decision or group is not in force on the day
 * - `noCoefficient`: a fact is missing, or no rule fits
 * - `noAmount`: the amount must be entered
 * - `unknownGroup`: no group has this code
 */
export type LineReason = 'highest' | 'besides' | 'entered' | 'lower' | 'notNow' | 'noCoefficient' | 'noAmount' | 'unknownGroup'

/** One line of the computation as shown. `amount` = `rate` x `tenths` / 10, in đồng, whether it is counted or not. */
export interface AmountLine {
  readonly row: number
  readonly code: string
  readonly tenths: number | null
  /** The coefficient of the rule, to compare with that of the decision. */
  readonly ruledTenths: number | null
  readonly rate: BaseRate | null
  readonly amount: number
  readonly counted: boolean
  readonly reason: LineReason
}

export interface MonthlyAmount {
  /** đồng a month: `social` + `merit`. */
  readonly total: number
  readonly social: number
  readonly merit: number
  readonly lines: readonly AmountLine[]
}

const BESIDES_SINGLE_PARENT: readonly string[] = ['BT05', 'BT06', 'BT08']
const SINGLE_PARENT = 'BT04'

/**
 * Monthly allowance on a day. Of several social groups only the highest counts. Exceptions and additions:
 * - A poor single parent (BT04) who is also BT05, BT06 or BT08 gets both (Nghị định 20/2021/NĐ-CP, Điều 6).
 * - The social pension is compared with the others, and the higher counts (Nghị định 176/2025/NĐ-CP).
 * - Amounts of people with merit come from the decisions and are added: no source says that they exclude a social allowance.
 *
 * Uses integers only. Never throws.
 */
export function monthlyAmount(
  rows: readonly BenefitRow[], person: PersonFacts, onDate: PlainDate, provinceRates?: readonly BaseRate[],
): MonthlyAmount {
  const candidates = rows.map((row, index) => priceRow(row, index, person, onDate, provinceRates))
  const chosen = chooseSocial(candidates)
  const lines = candidates.map((line) => settle(line, chosen))
  const paid = lines.filter((line) => line.counted)
  const merit = sumOf(paid.filter((line) => isMerit(line.code)))
  const social = sumOf(paid.filter((line) => !isMerit(line.code)))
  return { total: merit + social, social, merit, lines }
}

function sumOf(lines: readonly AmountLine[]): number {
  return lines.reduce((total, line) => total + line.amount, 0)
}

function isMerit(code: string): boolean {
  return findBenefitGroup(code)?.family === 'merit'
}

function priceRow(row: BenefitRow, index: number, person: PersonFacts, onDate: PlainDate, provinceRates?: readonly BaseRate[]): AmountLine {
  const group = findBenefitGroup(row.code)
  const none = { row: index, code: row.code, tenths: null, ruledTenths: null, rate: null, amount: 0, counted: false }
  if (!group) return { ...none, reason: 'unknownGroup' }
  if (!inForce(group, row, onDate)) return { ...none, reason: 'notNow' }
  const ruled = ruledTenths(group.coefficients, row.subCode, person, onDate) ?? null
  if (row.amount !== undefined && (group.coefficients.length === 0)) {
    return { ...none, amount: row.amount, counted: group.family === 'merit', reason: 'entered' }
  }
  const tenths = row.coefficientTenths ?? ruled
  const rate = baseRateOn(onDate, group.family, person.province, provinceRates) ?? null
  if (group.family === 'merit') return { ...none, reason: 'noAmount' }
  if (tenths === null || rate === null) return { ...none, reason: group.coefficients.length === 0 ? 'noAmount' : 'noCoefficient' }
  return { ...none, tenths, ruledTenths: ruled, rate, amount: Math.floor((rate.amount * tenths) / 10), reason: 'lower' }
}

function inForce(group: BenefitGroup, row: BenefitRow, onDate: PlainDate): boolean {
  const sub = group.subGroups?.find((each) => each.code === row.subCode)
  return [group, sub, row].every((each) => !each || (startsBy(each.validFrom, onDate) && lastsTo(each.validTo, onDate)))
}

/** A month or a year lasts from its first to its last day: comparing only the common length does that. */
const startsBy = (from: PartialDate | undefined, day: PlainDate) => !from || from <= day.slice(0, from.length)
const lastsTo = (to: PartialDate | undefined, day: PlainDate) => !to || to >= day.slice(0, to.length)

/** The social lines that are paid: the single highest one, or BT04 together with the highest of those it may be combined with. */
function chooseSocial(lines: readonly AmountLine[]): ReadonlyMap<AmountLine, LineReason> {
  const priced = lines.filter((line) => !isMerit(line.code) && line.amount > 0)
  const best = highest(priced)
  if (!best) return new Map()
  const single = highest(priced.filter((line) => line.code === SINGLE_PARENT))
  const companion = highest(priced.filter((line) => BESIDES_SINGLE_PARENT.includes(line.code)))
  if (single && companion && single.amount + companion.amount > best.amount) {
    return new Map([[companion, 'highest'], [single, 'besides']])
  }
  return new Map([[best, 'highest']])
}

function highest(lines: readonly AmountLine[]): AmountLine | undefined {
  return lines.reduce<AmountLine | undefined>((best, line) => (!best || line.amount > best.amount ? line : best), undefined)
}

function settle(line: AmountLine, chosen: ReadonlyMap<AmountLine, LineReason>): AmountLine {
  if (isMerit(line.code)) return line
  const reason = chosen.get(line)
  if (reason) return { ...line, counted: true, reason: line.reason === 'entered' ? 'entered' : reason }
  return line.amount > 0 ? { ...line, counted: false, reason: 'lower' } : line
}
