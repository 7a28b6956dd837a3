import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sameAnswer } from '../../../src/domain/forms/answers'
import { findings } from '../../../src/domain/forms/checking/findings'
import { currentForm } from '../../../src/domain/forms/registry'
import { namesHivGroup } from '../../../src/domain/forms/subjects/hivGroups'
import type { RecordKind, RegisterRecord } from '../../../src/domain/records/record'
import { makeDemoCommune } from '../../../src/server/demo/demoCommune'
import { makePopulation } from '../../../src/server/demo/population'
import { makeRandom } from '../../../src/server/demo/random'
import { judged } from './register'

const TODAY = '2026-11-25'
const commune = makeDemoCommune(TODAY)
const { records, outcomes, digest } = judged(commune)
const of = (kind: RecordKind): readonly RegisterRecord[] => records.filter((record) => record.kind === kind)
const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length

it('is a commune of real size: 3,000 households, about 11,500 people, 3,600 labour forms, 415 beneficiaries', () => {
  expect(of('household')).toHaveLength(3000)
  expect(Math.abs(of('person').length - 11_500)).toBeLessThan(200)
  expect(Math.abs(of('labour').length - 3600)).toBeLessThan(100)
  expect(of('asxh')).toHaveLength(415)
  expect(commune.hamlets).toHaveLength(14)
})

it('goes through the server\'s own rules without a refusal; only the crossed edits are held', () => {
  const others = outcomes.filter(({ kind }) => kind !== 'accepted')

  expect(others.map(({ kind }) => kind)).toEqual(['held', 'held', 'held'])
})

it('has no record with an error today', () => {
  const errors = records.flatMap((record) => findings(currentForm(record.kind), record.answers, { today: TODAY, minAge: 15 }).filter(({ severity }) => severity === 'error'))

  expect(errors).toEqual([])
})

it('shows every kind of doubt a supervisor meets: number against sex and year, duplicates, papers run out', () => {
  const seen = new Set(records.flatMap(({ warnings }) => warnings.map(({ id }) => id)))

  expect([...seen]).toEqual(expect.arrayContaining(['ID-DUP', 'PE-006', 'PE-010', 'PE-011', 'PE-012', 'LS-010', 'LS-011', 'LS-020', 'BT-026', 'BT-047']))
  expect(share(of('labour').filter(({ warnings }) => warnings.length > 0), of('labour'))).toBeLessThan(0.05)
})

it('has labour forms in all states, most accepted, some sent back with a note, some corrected and sent again', () => {
  const labour = of('labour')
  const inState = (status: string) => labour.filter((record) => record.status === status)

  expect(share(inState('accepted'), labour)).toBeGreaterThan(0.85)
  expect(inState('submitted').length).toBeGreaterThan(60)
  expect(inState('returned').length).toBeGreaterThan(30)
  expect(inState('returned').every(({ notes }) => notes.length === 1)).toBe(true)
  expect(labour.filter(({ round }) => round === 2).length).toBeGreaterThan(60)
})

it('names in what was taken at a door what the book had told and was confirmed, and nothing in what came from the paper list', () => {
  const personOf = new Map(of('person').map((record) => [record.id, record]))
  const confirmed = ({ submission }: RegisterRecord) => Object.keys(submission?.confirmed ?? {})
  const asked = of('asxh').filter((record) => confirmed(record).length > 0)

  expect(of('labour').every((record) => confirmed(record).includes('fullName'))).toBe(true)
  expect(of('labour').some((record) => confirmed(record).includes('activityStatus'))).toBe(false)
  expect(of('labour').flatMap((record) => ['born', 'phone', 'personalId'].filter((field) => confirmed(record).includes(field) && !sameAnswer(record.answers[field], personOf.get(record.person ?? '')?.answers[field])))).toEqual([])
  expect(share(asked, of('asxh'))).toBeGreaterThan(0.3)
  expect(share(asked, of('asxh'))).toBeLessThan(0.9)
  expect(asked.some((record) => confirmed(record).includes('payMethod'))).toBe(true)
})

it('has doors to come back to in every hamlet where the survey has begun, nearer and later', () => {
  const visited = of('household').filter(({ answers }) => answers.visitOutcome !== undefined)

  expect(new Set(visited.map(({ hamlet }) => hamlet)).size).toBe(13)
  expect(new Set(visited.map(({ answers }) => answers.visitOutcome))).toEqual(new Set(['2', '3', '4', '6']))
  expect(visited.filter(({ answers }) => String(answers.nextVisitOn) <= TODAY).length).toBeGreaterThan(0)
  expect(visited.filter(({ answers }) => String(answers.nextVisitOn) > TODAY).length).toBeGreaterThan(0)
})

it('has about half of the beneficiaries without an account, as the province reports', () => {
  const asxh = of('asxh')
  const without = asxh.filter(({ answers }) => answers.accountStatus === 'NONE')

  expect(Math.abs(share(without, asxh) - 0.46)).toBeLessThan(0.06)
})

it('gives each household exactly one head and at most one spouse', () => {
  const households = commune.hamlets.flatMap((hamlet) => hamlet.households)
  const wrong = households.filter(({ members }) => members.filter(({ relation }) => relation === '1').length !== 1 || members.filter(({ relation }) => relation === '2').length > 1)

  expect(wrong).toEqual([])
})

it('is the same commune every time it is made for the same day', () => {
  const again = createHash('sha256')
  for (const batch of makeDemoCommune(TODAY).batches()) again.update(JSON.stringify(batch))

  expect(again.digest('hex')).toBe(digest)
})

it('leaves the records of people living with HIV to the officer, who alone may write that group', () => {
  const other = judged(makeDemoCommune(TODAY, 2))

  expect(other.outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.reason === 'notAllowed')).toEqual([])
  expect(other.records.filter(({ answers }) => namesHivGroup(answers.groups)).length).toBeGreaterThan(0)
})

it('is another commune for another seed', () => {
  const first = (seed: number) => makePopulation(makeRandom(seed), TODAY).hamlets[0]?.households[0]?.members[0]?.name

  expect(new Set([1, 2, 3, 4].map(first)).size).toBeGreaterThan(1)
})
