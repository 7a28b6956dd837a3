import { findBenefitGroup } from '../../../domain/codes/benefits'
import { ruledTenths } from '../../../domain/codes/coefficient'
import { ageAt } from '../../../domain/identity/ageAt'
import type { AnswersOf } from '../../../domain/forms/answersOf'
import type { asxh1 } from '../../../domain/forms/definitions/asxh/asxh1'
import { addDays, type PartialDate, type PlainDate } from '../../../domain/time'
import { accountAnswers } from './accountAnswers'

import { demoPlace } from '../demoPlace'
import { povertyAnswers } from './householdAnswers'
import type { Visit } from './labourAnswers'
import { kinOf } from './kin'
import { makeName } from './makeName'
import { numberAnswers } from './personAnswers'
import type { DemoPerson } from '../population'
import type { Random } from '../random'
import { guardianOf, type Beneficiary, type Grant } from './welfare'

export type Asxh = AnswersOf<typeof asxh1>

/** A beneficiary record as the collector sends it. */
export function asxhAnswers(random: Random, beneficiary: Beneficiary, visit: Visit, serial: number): Asxh {
  const { person } = beneficiary
  return {
    ...recordPart(person, visit),
    ...personPart(person, serial),
    groups: beneficiary.grants.map((grant) => decision(random, grant, beneficiary, visit)),
    ...(beneficiary.childrenRaised > 0 && { childrenRaised: beneficiary.childrenRaised }),
    ...meritPart(random, beneficiary),
    ...disabilityPart(random, beneficiary, visit),
    ...povertyAnswers(person.household),
    ...guardianPart(random, beneficiary, visit),
    ...accountAnswers(random, beneficiary, visit.day),
    ...(random.chance(0.6) && { verifiedByPolice: true, verifiedByPoliceDate: addDays(visit.day, -random.int(3, 60)) }),
  }
}

function recordPart({ household }: DemoPerson, { collector, day }: Visit): Asxh {
  const { code, name } = household.hamlet.plan
  return {
    provinceCode: demoPlace.province, communeCode: demoPlace.commune, hamletCode: code, hamletName: name, householdCode: household.code,
    collectedOn: day, collectorId: collector.id,
    permanentAddressCode: demoPlace.commune, permanentAddressDetail: `Thôn ${name}`, sameAsPermanent: true,
  }
}

function personPart(person: DemoPerson, serial: number): Asxh {
  return {
    beneficiaryCode: `NS-A${String(serial).padStart(4, '0')}`,
    fullName: person.name, born: person.born, sex: person.sex, ethnicityCode: person.people,
    ...numberAnswers(person),
    phone: person.phone ?? { missing: 'noneYet' },
  }
}

/** One line of `groups`. The coefficient is the one that the rules give on the day of the visit. */
function decision(random: Random, grant: Grant, { person, disability }: Beneficiary, { day }: Visit): NonNullable<Asxh['groups']>[number] {
  const isPension = grant.code.startsWith('HT')
  const from = addDays(day, -random.int(60, isPension ? 480 : 1500))
  const validFrom = notBefore(from, entitledFrom(grant.code, person.born))
  const coefficients = findBenefitGroup(grant.code)?.coefficients ?? []
  const tenths = ruledTenths(coefficients, grant.subCode, { born: person.born, disabilityDegree: disability?.degree }, day)
  const hasCoefficient = grant.code.startsWith('BT') && grant.code !== 'BT04' && tenths !== undefined
  return {
    code: grant.code,
    ...(grant.subCode !== undefined && { subCode: grant.subCode }),
    ...(hasCoefficient && { coefficient: String(tenths) as '15' }),
    ...(grant.amount !== undefined && { amount: grant.amount }),
    validFrom,
    ...(random.chance(0.96) && { decisionNo: `${random.int(12, 980)}/QĐ-UBND`, decisionDate: validFrom, decisionBy: isPension ? 'Chủ tịch UBND xã Ninh Sơn' : 'UBND huyện Ninh Sơn (cũ)' }),
  }
}

/** The social pension began in July 2025 and asks for an age; other groups may begin at birth. */
export function entitledFrom(code: string, born: PartialDate): PartialDate {
  const age = code === 'HT01' ? 75 : code === 'HT02' ? 70 : 0
  const since = `${Number(born.slice(0, 4)) + age}${born.slice(4)}`
  return code.startsWith('HT') && since < '2025-07-01' ? '2025-07-01' : since
}

function notBefore(day: PlainDate, earliest: PartialDate): PlainDate {
  const first = earliest + '-01-01'.slice(0, 10 - earliest.length)
  return day < first ? first : day
}

function meritPart(random: Random, { person, grants }: Beneficiary): Asxh {
  if (!grants.some((grant) => grant.code === 'TN01')) return {}
  const relation = random.pick(person.sex === '2' ? (['2', '3', '4'] as const) : (['1', '4'] as const))
  return { meritPersonName: makeName(random, person.people, '1').full, relationToMeritPerson: relation }
}

function disabilityPart(random: Random, { person, disability, grants }: Beneficiary, { day }: Visit): Asxh {
  const isAsked = grants.some((grant) => grant.code === 'BT06')
  if (!disability) return isAsked ? {} : { hasDisability: false }
  return {
    ...(!isAsked && { hasDisability: true }),
    disabilityTypes: disability.types as NonNullable<Asxh['disabilityTypes']>,
    disabilityDegree: disability.degree,
    disabilityCertificateNo: random.chance(0.9) ? `${random.int(5, 240)}/GXN-KT` : { missing: 'dontKnow' },
    disabilityCertificateDate: random.chance(0.9) ? notBefore(addDays(day, -random.int(200, 3000)), person.born) : { missing: 'dontKnow' },
  }
}

/** Children, and some of those with an intellectual or mental disability, have a guardian from the household. */
function guardianPart(random: Random, { person, disability }: Beneficiary, { day }: Visit): Asxh {
  const isMentally = disability?.types.some((type) => type === '4' || type === '5') ?? false
  const guardian = guardianOf(person)
  const lacksCapacity = isMentally && guardian !== undefined && random.chance(0.2)
  if (!guardian || (ageAt(person.born, day) >= 18 && !lacksCapacity)) return { lacksCapacity }
  const isParent = person.relation === '3' && (guardian.relation === '1' || guardian.relation === '2')
  return {
    lacksCapacity,
    guardianFullName: guardian.name,
    guardianPersonalId: typeof guardian.number === 'string' ? guardian.number : { missing: 'noneYet' },
    guardianRelation: isParent ? '1' : person.relation === '7' ? '4' : kinOf(guardian, person),
    ...(guardian.phone !== null && { guardianPhone: guardian.phone }),
  }
}
