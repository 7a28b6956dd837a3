import { monthlyAmount, type MonthlyAmount } from '../../codes/monthlyAmount'
import type { PlainDate } from '../../time'

/** The answers of a beneficiary record that decide the allowance. All versions of the form keep these ids. */
export interface AllowanceFacts {
  readonly groups?: readonly { readonly [column: string]: string | number | boolean | undefined }[] | undefined
  readonly born?: string | undefined
  readonly disabilityDegree?: string | undefined
  readonly childrenRaised?: number | undefined
  readonly provinceCode?: string | undefined
}

/** The monthly allowance on a day, with its lines. `coefficient` of a row comes from the decision, in tenths. Never throws. */
export function allowanceOn(facts: AllowanceFacts, day: PlainDate): MonthlyAmount {
  const rows = (facts.groups ?? []).map((row) => ({
    code: text(row.code) ?? '',
    subCode: text(row.subCode),
    coefficientTenths: row.coefficient === undefined ? undefined : Number(row.coefficient),
    amount: typeof row.amount === 'number' ? row.amount : undefined,
    validFrom: text(row.validFrom),
    validTo: text(row.validTo),
  }))
  const { born, disabilityDegree, childrenRaised, provinceCode: province } = facts
  return monthlyAmount(rows, { born, disabilityDegree, childrenRaised, province }, day)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
