import { isDeepStrictEqual } from 'node:util'
import 'fake-indexeddb/auto'
import type { Card } from '../../src/domain/records/card'
import { recordCheck } from '../../src/domain/records/digest'
import type { RegisterRecord } from '../../src/domain/records/record'
import type { HeldRecord } from '../../src/domain/records/shrink'
import { movesOfHousehold, movesOfPerson } from '../../src/domain/records/move'
import type { Ledger } from '../../src/storage/ledger'
import { generateServerKey } from '../../src/protocol/envelope'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../support/villageForms'
import { randomFrom } from '../support/randomFrom'
import type { Bug } from './bugs'
import { SimPhone, type Fault } from './simPhone'
import { SimServer } from './simServer'

/*
 * Any week of a commune: two officers, a village member and a supervisor work on real books over a line that loses, doubles
 * and cuts, while phones die, hamlets change hands and the server is put back to a backup. Then it is calm, and the books
 * are compared. One seed is one week, always the same one.
 */

const STEPS = 45
const uuid = (kind: string, n: number): string => `0190a000-0000-7000-8000-${kind}${String(n).padStart(10, '0')}`
const HAMLETS = [uuid('aa', 1), uuid('aa', 2)] as const
const LINE: readonly Fault[] = ['none', 'none', 'none', 'none', 'requestLost', 'requestCut', 'answerLost', 'answerCut', 'doubled', 'busy', 'portal', 'dies']

export interface Kind {
  /** Planted into the server or the phones, to see that `problemsOf` notices. */
  readonly bug?: Bug | undefined
  /** The desk moves people and households as well. */
  readonly hasMoves?: boolean
  /** Nine days of more decisions, and accepted forms shrink on the phones two days after. */
  readonly shrinks?: boolean
}

async function makeWeek(seed: number, { bug, hasMoves = false, shrinks = false }: Kind) {
  const random = randomFrom(seed)
  const clock = { ms: Date.UTC(2026, 10, 23, 1) }
  const key = await generateServerKey()
  const server = new SimServer({ epoch: uuid('ee', 0), hamlets: HAMLETS, privateKey: key.privateKey, now: () => clock.ms, bug, shrinkDays: shrinks ? 1 : 0 })
  const week = { calm: false }
  const people = [['officer', null], ['officer', null], ['member', [HAMLETS[0]]], ['supervisor', null]] as const
  const phones = people.map(([role, hamlets], n) => {
    // Books of one person would hear each other through the browser's channel: each week has people of its own.
    const user = uuid('cc', seed * 10 + n)
    server.addUser(user, role, hamlets)
    return new SimPhone({ server, user, role, device: uuid('dd', n), publicKey: key.publicKey, clock, random, bug, fault: () => (week.calm ? 'none' : LINE[Math.floor(random() * LINE.length)]!) })
  })
  for (const phone of phones) await phone.enrol()
  return { random, clock, server, week, phones, member: phones[2]!, desk: phones[3]!, marks: new Map<string, { readonly record: string; readonly phone: SimPhone }>(), made: 0, epochs: 0, isUntold: false, hasMoves, shrinks }
}
export type Week = Awaited<ReturnType<typeof makeWeek>>

const any = <T>({ random }: Week, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]

/** A value nobody else writes, so that it can be looked for afterwards. */
function mark(week: Week, phone: SimPhone, record: string): string {
  const value = `Lò Thị ${[...String((week.made += 1))].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
  week.marks.set(value, { record, phone })
  return value
}

async function addHome(week: Week, phone: SimPhone): Promise<void> {
  const hamlet = phone === week.member ? HAMLETS[0] : any(week, HAMLETS)!
  const [household, person, labour] = ['b1', 'b2', 'b3'].map((kind) => uuid(kind, (week.made += 1)))
  await phone.submit(household!, householdHead(hamlet), householdAnswers({ householdCode: household!.slice(-6), headName: mark(week, phone, household!) }))
  await phone.submit(person!, personHead(hamlet, household), personAnswers({ fullName: mark(week, phone, person!) }))
  if (week.random() < 0.7) await phone.submit(labour!, labourHead(hamlet, household, person), labourAnswers({ fullName: mark(week, phone, labour!) }))
}

async function change(week: Week, phone: SimPhone): Promise<void> {
  const card = any(week, (await phone.book()).cards().filter((each) => each.local !== 'action'))
  if (!card) return addHome(week, phone)
  const field = card.kind === 'household' ? 'headName' : 'fullName'
  if (card.shrunk && week.random() < 0.7) await phone.fetchWhole(card.id)
  const { kind, hamlet, household, person } = card
  await phone.submit(card.id, { kind, hamlet, household, person }, { [field]: mark(week, phone, card.id) })
}

const toDecide = (book: Ledger): readonly Card[] => book.cards().filter((card) => card.kind === 'labour' && card.status === 'submitted' && card.local === null)

async function decide(week: Week): Promise<void> {
  const book = await week.desk.book()
  const card = any(week, toDecide(book))
  const record = card && (await book.getRecord(card.id))?.server
  if (record) await week.desk.review(record, week.random() < 0.5 ? 'accept' : 'return')
}

/** A desk on a line of its own, that works off what came. */
async function acceptAll(week: Week): Promise<void> {
  await week.desk.sync()
  const book = await week.desk.book()
  for (const card of toDecide(book)) {
    const record = (await book.getRecord(card.id))?.server
    if (record) await week.desk.review(record, 'accept')
  }
  await week.desk.sync()
}

/** The desk hangs somebody on another household, or a household in the other hamlet. */
async function move(week: Week): Promise<void> {
  const cards = (await week.desk.book()).cards()
  const card = any(week, cards.filter((each) => (each.kind === 'household' || each.kind === 'person') && each.local === null))
  const household = any(week, cards.filter((each) => each.kind === 'household' && each.local === null))
  if (!card || !household) return
  const moves = card.kind === 'person' ? movesOfPerson(card, household) : movesOfHousehold(card, HAMLETS.find((id) => id !== card.hamlet)!)
  for (const each of moves) await week.desk.move(each)
}

async function step(week: Week): Promise<void> {
  const { random, server, phones, member, desk, clock } = week
  const phone = any(week, phones)!
  clock.ms += Math.floor(random() * (week.shrinks ? 8 : 1) * 3_600_000)
  if (week.hasMoves && random() < 0.08) return move(week)
  if (week.shrinks && random() < 0.2) return acceptAll(week)
  if (week.shrinks && random() < 0.15) return phone.shrinkOld()
  const dice = random()
  if (dice < 0.12 && phone !== desk) return addHome(week, phone)
  if (dice < 0.4 && phone !== desk) return change(week, phone)
  if (dice < 0.5) return decide(week)
  if (dice < 0.75) return phone.sync()
  if (dice < 0.85) return phone.handIn()
  if (dice < 0.93) return phone.die()
  if (dice < 0.97) return server.setHamlets(member.user, any(week, [[HAMLETS[0]], [...HAMLETS], [HAMLETS[1]]])!)
  const isTold = random() < 0.7
  week.isUntold ||= !isTold
  const epoch = isTold ? uuid('ee', (week.epochs += 1)) : server.epoch
  server.restore(Math.floor(server.log.length * (0.5 + random() / 2)), epoch)
}

export async function runWeek(seed: number, kind: Kind = {}): Promise<Week> {
  const week = await makeWeek(seed, kind)
  for (let n = 0; n < (kind.shrinks ? 1.5 : 1) * STEPS; n += 1) await step(week)
  week.week.calm = true
  week.server.setHamlets(week.member.user, [HAMLETS[0]])
  for (let round = 0; round < 4; round += 1) for (const phone of week.phones) {
    if (week.shrinks) await phone.shrinkOld()
    await phone.sync()
    await phone.handIn()
  }
  return week
}

/** Everything a phone shows of the register, as its own words of the server. */
async function replicaOf(phone: SimPhone) {
  const book = await phone.book()
  const records = await Promise.all(book.cards().map(async (card) => (await book.getRecord(card.id))?.server))
  return new Map(records.filter((record) => record !== null && record !== undefined).map((record) => [record.id, record]))
}

/** What is lost, doubled, foreign or different after the storm, in words; nothing when all is well. */
export async function problemsOf(week: Week): Promise<readonly string[]> {
  const { server, phones, marks } = week
  const problems = [...doubled(week)]
  for (const [n, phone] of phones.entries()) {
    const pending = await (await phone.book()).pending()
    // A record the server lost stays here while an operation on it waits for a person.
    if (phone.differed > 0 && !week.isUntold && pending.length === 0) problems.push(`phone ${n}: differed from the server with no reason to`)
    const { queue } = await phone.waiting()
    if (queue > 0) problems.push(`phone ${n}: ${queue} wait`)
    const replica = await replicaOf(phone)
    const truth = new Map(server.inScope(phone.user).map((record) => [record.id, record]))
    for (const [id, record] of truth) if (!isSame(replica.get(id), record)) problems.push(`phone ${n}: ${id} is ${replica.has(id) ? 'another' : 'missing'}`)
    const outside = [...replica.keys()].filter((id) => !truth.has(id))
    const troubled = new Set(pending.filter(({ trouble }) => trouble).map(({ operation }) => operation.record))
    for (const id of outside) if (!troubled.has(id)) problems.push(`phone ${n}: holds ${id}, which is not its own`)
  }
  for (const [value, { record, phone }] of marks) {
    const entries = server.log.filter(({ operation }) => operation?.type === 'submit' && operation.record === record)
    const said = entries.some(({ operation, kind }) => kind !== 'refused' && operation?.type === 'submit' && Object.values(operation.patch).includes(value))
    // What was typed over before it was sent left with the later word of the same phone.
    const isOverwritten = [...marks].some(([later, other]) => other.record === record && other.phone === phone && orderOf(marks, later) > orderOf(marks, value))
    const pending = (await (await phone.book()).pending()).some(({ operation }) => operation.type === 'submit' && Object.values(operation.patch).includes(value))
    if (!said && !isOverwritten && !pending) problems.push(`“${value}” of ${record} is lost`)
  }
  return problems
}

/** The record, or a part that knows which whole it is of. */
const isSame = (held: HeldRecord | undefined, record: RegisterRecord): boolean => (held?.shrunk === undefined ? isDeepStrictEqual(held, record) : held.shrunk === recordCheck(record) && held.version === record.version)

/** The history of each device is one line without a gap. */
function doubled({ server, phones }: Week): readonly string[] {
  return phones.flatMap((_, n) => {
    const counters = server.log.filter((entry) => entry.device === uuid('dd', n)).flatMap((entry) => entry.counter ?? [])
    return counters.every((counter, at) => counter === at + 1) ? [] : [`phone ${n}: its history is ${counters.join()}`]
  })
}

const orderOf = (marks: Week['marks'], value: string): number => [...marks.keys()].indexOf(value)
