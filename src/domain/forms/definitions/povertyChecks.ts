import type { Check } from '../form'

export interface PovertyValues {
  readonly povertyStatus?: string | undefined
  readonly povertyB1?: number | undefined
  readonly povertyB2?: number | undefined
}

/** Highest B1 of a poor household: 140 in rural areas, 175 in towns. The higher one is used, because the form does not know which applies. */
const B1_MOST = 175
const B2_POOR = 30

/** Checks 030 and 031. Source: Nghị định 07/2021/NĐ-CP: hộ nghèo B2 >= 30, hộ cận nghèo B2 < 30, both with B1 <= 140 or 175. */
export function povertyChecks(prefix: string): readonly Check<PovertyValues>[] {
  return [
    { id: `${prefix}-030`, severity: 'warning', fields: ['povertyB1', 'povertyStatus'],
      words: { vi: 'Điểm B1 {b1} cao hơn mức hộ nghèo, cận nghèo (140 ở xã, 175 ở phường). Xem lại.', en: 'B1 {b1} is above the line for poor and near-poor (140 rural, 175 urban). Check.' },
      finds: ({ povertyB1 }) => povertyB1 !== undefined && povertyB1 > B1_MOST && { b1: povertyB1 } },
    { id: `${prefix}-031`, severity: 'warning', fields: ['povertyB2', 'povertyStatus'],
      words: { vi: 'Điểm B2 {b2}: từ 30 điểm là hộ nghèo, dưới 30 điểm là hộ cận nghèo. Xem lại.', en: 'B2 {b2}: from 30 a household is poor, below 30 near-poor. Check.' },
      finds: ({ povertyStatus, povertyB2 }) => povertyB2 !== undefined && (povertyStatus === 'HN') !== (povertyB2 >= B2_POOR) && { b2: povertyB2 } },
  ]
}
