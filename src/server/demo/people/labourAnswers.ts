import type { AnswersOf } from '../../../domain/forms/answersOf'
import type { labour1 } from '../../../domain/forms/definitions/labour/labour1'
import { addDays, type PlainDate } from '../../../domain/time'

import type { Collector } from '../history/crew'
import { demoPlace } from '../demoPlace'
import type { Job } from './jobs'
import { numberAnswers } from './personAnswers'
import type { DemoPerson } from '../population'
import type { Random } from '../random'
import { jobOf, schoolingOf } from './schooling'
import type { Beneficiary } from './welfare'

type Labour = AnswersOf<typeof labour1>

export interface Visit {
  readonly collector: Collector
  readonly day: PlainDate
}

/** A labour form as the collector sends it: complete, with the small faults of real forms. */
export function labourAnswers(random: Random, person: DemoPerson, visit: Visit, welfare: Beneficiary | undefined): Labour {
  const activity = activityOf(random, person, welfare)
  const job = activity === '1' ? jobOf(random, person) : null
  return {
    ...recordPart(person, visit),
    ...personPart(random, person),
    ...residencePart(random, person),
    ethnicityCode: person.people,
    ...priorityPart(random, person, welfare),
    ...schoolingOf(random, person, job),
    activityStatus: activity,
    ...(job ? workPart(random, person, job, visit) : activity === '2' ? unemployedPart(random, person) : inactivePart(random, person, welfare)),
    ...informantPart(random, person),
  }
}

function recordPart({ household }: DemoPerson, { collector, day }: Visit): Labour {
  const { code, name } = household.hamlet.plan
  return {
    provinceCode: demoPlace.province, communeCode: demoPlace.commune, hamletCode: code, hamletName: name, householdCode: household.code,
    collectedOn: day, collectorId: collector.id, collectorSignature: collector.name,
  }
}

function personPart(random: Random, person: DemoPerson): Labour {
  return {
    fullName: person.name, born: person.born, sex: person.sex, relationToHead: person.relation,
    ...numberAnswers(person),
    ...(person.oldNumber !== null && random.chance(0.5) && { oldId9: person.oldNumber }),
    ...(random.chance(0.3) && { socialInsuranceNo: `58${random.digits(8)}` }),
  }
}

/** A few people are registered here and live elsewhere for work. */
function residencePart(random: Random, person: DemoPerson): Labour {
  const detail = `Thôn ${person.household.hamlet.plan.name}`
  const isAway = person.age > 18 && person.age < 40 && person.relation === '3' && random.chance(0.04)
  return {
    permanentAddressCode: demoPlace.commune, permanentAddressDetail: detail, sameAsPermanent: !isAway,
    ...(isAway && { currentAddressCode: random.pick(['22738', '22759']), currentAddressDetail: random.pick(['Khu phố 3', 'Khu phố 5, nhà trọ', 'Khu phố 1']) }),
    phone: person.phone ?? { missing: 'noneYet' },
  }
}

function priorityPart(random: Random, person: DemoPerson, welfare: Beneficiary | undefined): Labour {
  const { status } = person.household.poverty
  const groups = [
    ...(welfare?.disability ? ['1'] : []),
    ...(status === 'HN' ? ['2'] : status === 'CN' ? ['3'] : []),
    ...(welfare?.grants.some((grant) => grant.code === 'TN01') ? ['5'] : []),
    ...(person.people !== '01' && random.chance(0.985) ? ['6'] : []),
  ] as NonNullable<Labour['priorityGroups']>
  return groups.length > 0 ? { priorityGroups: groups } : {}
}

function activityOf(random: Random, { age, sex }: DemoPerson, welfare: Beneficiary | undefined): '1' | '2' | '3' {
  if (welfare?.disability) return random.chance(0.2) ? '1' : '3'
  if (age < 18) return random.chance(0.16) ? '1' : '3'
  if (age < 23) return random.weighted({ 1: 56, 2: 6, 3: 38 })
  if (age < 60) return random.weighted({ 1: sex === '1' ? 93 : 84, 2: 3, 3: sex === '1' ? 4 : 13 })
  if (age < 70) return random.weighted({ 1: 55, 3: 45 })
  return age < 80 ? random.weighted({ 1: 12, 3: 88 }) : '3'
}

function workPart(random: Random, person: DemoPerson, job: Job, { day }: Visit): Labour {
  const isWage = job.position === '4'
  const hasContract = isWage && random.chance(job.contract ?? 0)
  const isInsured = hasContract && job.insured === true
  return {
    employmentPosition: job.position,
    ...(isWage && { hasContract }),
    ...(hasContract && contract(random, day)),
    jobTitle: random.pick(job.titles),
    ...(random.chance(0.7) && { occupationCode: job.occupation }),
    siParticipation: isInsured ? '1' : random.chance(person.age > 30 && person.age < 58 ? 0.06 : 0.01) ? '2' : '0',
    workplaceType: job.workplaceType,
    ...(job.enterpriseType && { enterpriseType: job.enterpriseType }),
    ...(job.workplaces && { workplaceName: random.pick(job.workplaces) }),
    industryCode: job.industry,
    workplaceAddressCode: job.commune ?? demoPlace.commune,
    ...(!job.commune && job.workplaceType === '1' && { workplaceAddressDetail: `Thôn ${person.household.hamlet.plan.name}` }),
    ...(random.chance(0.15) && { trainingNeed: false }),
  }
}

function contract(random: Random, day: PlainDate): Labour {
  const isOpen = random.chance(0.45)
  const start = addDays(day, -random.int(20, isOpen ? 3600 : 700))
  return { contractType: isOpen ? '2' : '1', contractStart: random.chance(0.15) ? start.slice(0, 7) : `${start.slice(0, 7)}-01` }
}

function unemployedPart(random: Random, { age }: DemoPerson): Labour {
  const hasWorked = random.chance(age < 23 ? 0.35 : 0.9)
  const wantsTraining = random.chance(0.45)
  const wantsWork = random.chance(0.85)
  return {
    everWorked: hasWorked ? '1' : '0',
    ...(hasWorked && { previousJob: random.pick(['may công nghiệp', 'phụ hồ', 'hái điều thuê', 'bán hàng', 'công nhân giày da', 'phụ quán ăn']) }),
    unemploymentDuration: random.weighted({ 1: 40, 2: 42, 3: 18 }),
    trainingNeed: wantsTraining,
    ...(wantsTraining && { trainingNeedDetail: random.pick(['May công nghiệp', 'Sửa xe máy', 'Lái máy nông nghiệp', 'Nấu ăn', 'Chăn nuôi thú y']) }),
    jobNeed: wantsWork,
    ...(wantsWork && { jobNeedDetail: random.pick(['Làm công ty gần nhà', 'Việc gì cũng được', 'Đi làm ở Phan Rang', 'Làm may tại xã']) }),
  }
}

function inactivePart(random: Random, { age, sex }: DemoPerson, welfare: Beneficiary | undefined): Labour {
  if (welfare?.disability && age < 60) return { inactiveReason: '4' }
  if (age < 23) return random.chance(0.93) ? { inactiveReason: '1' } : { inactiveReason: '3' }
  if (age < 60) return sex === '2' || random.chance(0.2) ? { inactiveReason: '3' } : other(random.pick(['Đang chữa bệnh', 'Nghỉ trông cháu', 'Mới đi nghĩa vụ về']))
  return random.chance(0.14) ? { inactiveReason: '2' } : other(random.pick(['Già yếu', 'Già yếu, trông cháu', 'Hết tuổi lao động']))
}

const other = (reason: string): Labour => ({ inactiveReason: '9', inactiveReasonOther: reason })

/** The head or the spouse answers for those who are away. */
function informantPart(random: Random, person: DemoPerson): Labour {
  const [head, second] = person.household.members
  const informant = head === person ? second : head
  if (!informant || informant.age < 16 || random.chance(0.62)) return { informantIsSelf: true }
  return { informantIsSelf: false, informantName: informant.name }
}
