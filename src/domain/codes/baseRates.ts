import type { PlainDate } from '../time'
import type { BenefitFamily } from './benefits'

/** One base rate (chuẩn trợ giúp xã hội) in đồng a month, with its first day. Without `province` it is for the whole country. */
export interface BaseRate {
  readonly amount: number
  readonly validFrom: PlainDate
  readonly source: string
  /** `verified`: in the text of the source. `medium`: only in secondary sources. */
  readonly confidence: 'verified' | 'medium'
  readonly province?: string
  /** Absent = for social protection and social pension. */
  readonly family?: BenefitFamily
}

/** National rates. A province may set a higher one (Nghị định 20/2021/NĐ-CP, Điều 4 khoản 3); see `provinceRates`. */
const nationalRates: readonly BaseRate[] = [
  { amount: 360_000, validFrom: '2021-07-01', source: 'Nghị định 20/2021/NĐ-CP, Điều 4', confidence: 'verified' },
  { amount: 500_000, validFrom: '2024-07-01', source: 'Nghị định 76/2024/NĐ-CP', confidence: 'medium' },
  { amount: 540_000, validFrom: '2026-07-01', source: 'Nghị định 335/2026/NĐ-CP (hiệu lực 05/10/2026, truy lĩnh từ 01/07/2026)', confidence: 'medium' },
]

const PROVINCE_PENSION = { validFrom: '2025-07-01', source: 'Nghị quyết của Hội đồng nhân dân tỉnh về trợ cấp hưu trí xã hội', confidence: 'medium', family: 'pension' } as const

/** Provinces that pay more than the national rate. From press reports; the province must confirm them before use. */
export const provinceRates: readonly BaseRate[] = [
  { ...PROVINCE_PENSION, province: '01', amount: 650_000 },
  { ...PROVINCE_PENSION, province: '79', amount: 650_000 },
  { ...PROVINCE_PENSION, province: '31', amount: 700_000 },
  { ...PROVINCE_PENSION, province: '22', amount: 700_000 },
  { ...PROVINCE_PENSION, province: '08', amount: 530_000 },
]

/**
 * The rate in force on a day for a family of groups in a province: the higher of the national rate and the province's own,
 * because a province may only increase it. `undefined` before 1 July 2021.
 *
 * @param rates province rates; an argument, so that a commune's own setting can replace the built-in ones
 */
export function baseRateOn(
  onDate: PlainDate, family: BenefitFamily, province?: string, rates: readonly BaseRate[] = provinceRates,
): BaseRate | undefined {
  const national = latest(nationalRates, onDate)
  const local = latest(rates.filter((rate) => rate.province === province && (rate.family ?? family) === family), onDate)
  if (!local || !national) return local ?? national
  return local.amount > national.amount ? local : national
}

function latest(rates: readonly BaseRate[], onDate: PlainDate): BaseRate | undefined {
  return rates.reduce<BaseRate | undefined>(
    (best, rate) => (rate.validFrom <= onDate && (!best || rate.validFrom >= best.validFrom) ? rate : best), undefined)
}
