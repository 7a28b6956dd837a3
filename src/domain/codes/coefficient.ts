import { oldestAgeAt } from '../identity/ageAt'
import type { PartialDate, PlainDate } from '../time'

/** Facts about the person that the rules read. A rule that needs an absent fact does not fit. */
export interface PersonFacts {
  readonly born?: PartialDate | undefined
  /** `1` đặc biệt nặng, `2` nặng, `3` nhẹ. */
  readonly disabilityDegree?: string | undefined
  /** Number of children a poor single parent raises (BT04). Counts as 1 if absent. */
  readonly childrenRaised?: number | undefined
  /** Two-digit province code, for the province's own rate. */
  readonly province?: string | undefined
}

/**
 * A rule that gives a coefficient in tenths (15 = 1,5). All conditions that are present must hold, and the first rule whose
 * conditions hold applies. Ages are in completed years.
 */
export interface CoefficientRule {
  readonly tenths: number
  readonly under?: number
  readonly from?: number
  /** `1` đặc biệt nặng, `2` nặng. */
  readonly degree?: '1' | '2'
  /** Children (under 16) and older people (from 60) get the higher coefficient of Nghị định 20/2021/NĐ-CP, Điều 6. */
  readonly childOrElder?: boolean
  readonly subCode?: string
  /** Paid once for each child the person raises (người đơn thân nghèo). */
  readonly perChild?: true
}

/** Source: Luật Trẻ em 2016, Điều 1. */
const CHILD_UNDER = 16
/** Source: Luật Người cao tuổi 2009, Điều 2. */
const ELDER_FROM = 60

/**
 * The coefficient in tenths by the rules on a day. `undefined` = no rule fits, or a needed fact is unknown.
 * A person of whom only the year of birth is known counts as born on 1 January, as communes do for old people.
 */
export function ruledTenths(
  rules: readonly CoefficientRule[], subCode: string | undefined, person: PersonFacts, onDate: PlainDate,
): number | undefined {
  const age = person.born === undefined ? undefined : oldestAgeAt(person.born, onDate)
  const rule = rules.find((each) => holds(each, subCode, person.disabilityDegree, age))
  if (!rule) return undefined
  return rule.perChild ? rule.tenths * (person.childrenRaised ?? 1) : rule.tenths
}

function holds(rule: CoefficientRule, subCode: string | undefined, degree: string | undefined, age: number | undefined): boolean {
  if (rule.subCode !== undefined && rule.subCode !== subCode) return false
  if (rule.degree !== undefined && rule.degree !== degree) return false
  const needsAge = rule.under !== undefined || rule.from !== undefined || rule.childOrElder !== undefined
  if (!needsAge) return true
  if (age === undefined) return false
  if (rule.under !== undefined && age >= rule.under) return false
  if (rule.from !== undefined && age < rule.from) return false
  return rule.childOrElder === undefined || rule.childOrElder === (age < CHILD_UNDER || age >= ELDER_FROM)
}
