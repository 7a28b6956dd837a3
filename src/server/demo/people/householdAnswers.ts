import type { AnswersOf } from '../../../domain/forms/answersOf'
import type { household1 } from '../../../domain/forms/definitions/household/household1'
import type { DemoHousehold } from '../population'

/** The household's answers as in the first import of a commune. */
export function householdAnswers(household: DemoHousehold): AnswersOf<typeof household1> {
  const [head] = household.members
  if (!head) throw new Error(`demo — household ${household.code} has nobody in it`)
  return {
    householdCode: household.code,
    headName: head.name,
    address: `Thôn ${household.hamlet.plan.name}`,
    walkNote: household.note,
    walkOrder: household.order,
    ...(head.phone !== null && { phone: head.phone }),
    householdState: '1',
    ethnicityCode: head.people,
    ...povertyAnswers(household),
  }
}

/** The answers about poverty, the same on a household and on a beneficiary record in it. */
export function povertyAnswers({ poverty }: DemoHousehold): Pick<AnswersOf<typeof household1>, 'povertyStatus' | 'povertyYear' | 'povertyB1' | 'povertyB2' | 'povertyDecisionNo'> {
  if (poverty.status === 'KN') return { povertyStatus: 'KN' }
  return { povertyStatus: poverty.status, povertyYear: poverty.year, povertyB1: poverty.b1, povertyB2: poverty.b2, povertyDecisionNo: poverty.decisionNo }
}
