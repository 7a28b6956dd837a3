import { jobs, type Job } from './jobs'
import type { DemoPerson } from '../population'
import type { Random } from '../random'

export type Education = '1' | '2' | '3' | '4'
export type Technical = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8'

export interface Schooling {
  readonly generalEducation: Education
  readonly technicalLevel: Technical
  readonly major?: string
}

/** Levels of education in percent by generation: `valley` for Kinh and Chăm, `hills` for the hill peoples. */
const valley = { old: { 1: 30, 2: 42, 3: 18, 4: 10 }, middle: { 1: 8, 2: 30, 3: 37, 4: 25 }, young: { 1: 2, 2: 12, 3: 34, 4: 52 } } as const
const hills = { old: { 1: 72, 2: 22, 3: 5, 4: 1 }, middle: { 1: 36, 2: 38, 3: 18, 4: 8 }, young: { 1: 10, 2: 30, 3: 36, 4: 24 } } as const

/** Schooling that fits the person's age, and their job if it requires a qualification. */
export function schoolingOf(random: Random, person: DemoPerson, job: Job | null): Schooling {
  if (person.age < 18) return { generalEducation: random.weighted({ 2: 1, 3: 5 }) as Education, technicalLevel: '1' }
  const shares = person.people === '01' || person.people === '17' ? valley : hills
  const drawn = random.weighted(shares[person.age >= 58 ? 'old' : person.age >= 32 ? 'middle' : 'young']) as Education
  const generalEducation = job?.education && drawn < job.education ? job.education : drawn
  const wanted = job?.technical ? (random.pick(job.technical) as Technical) : untrained(random, generalEducation)
  const technicalLevel = wanted >= '5' && generalEducation < '3' ? '4' : wanted
  return { generalEducation, technicalLevel, ...(technicalLevel >= '4' && { major: majorOf(random, job) }) }
}

function untrained(random: Random, education: Education): Technical {
  if (education === '4') return random.weighted({ 1: 62, 2: 10, 3: 6, 4: 6, 5: 8, 6: 5, 7: 3 }) as Technical
  return random.weighted({ 1: 84, 2: 10, 3: 5, 4: 1 }) as Technical
}

function majorOf(random: Random, job: Job | null): string {
  return random.pick(job?.majors ?? ['Chăn nuôi thú y', 'Trồng trọt', 'May công nghiệp', 'Kế toán', 'Điện dân dụng', 'Công nghệ thông tin', 'Sửa chữa xe máy'])
}

/** A job that fits the person's sex and age. Hill people farm more, and young people work in factories more. */
export function jobOf(random: Random, person: DemoPerson): Job {
  const fitting = jobs.filter((job) => (job.sex ?? person.sex) === person.sex && person.age <= (job.oldest ?? 110) && (person.age >= 18 || job.contract === undefined || job.contract < 0.2))
  const isHills = person.people === '21' || person.people === '16'
  const weights = fitting.map((job, at) => [String(at), weightOf(job, isHills, person.age)] as const)
  return fitting[Number(random.weighted(Object.fromEntries(weights)))] as Job
}

function weightOf(job: Job, isHills: boolean, age: number): number {
  const farming = job.industry === 'A' ? (isHills ? 2 : 1) : isHills ? 0.35 : 1
  return job.weight * farming * (job.enterpriseType && age > 35 ? 0.5 : 1)
}
