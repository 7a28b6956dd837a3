import 'fake-indexeddb/auto'
import type { Card } from '../../src/domain/records/cards/card'
import type { Ledger } from '../../src/storage/ledger'
import { generateServerKey } from '../../src/protocol/sealing/envelope'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../support/villageForms'
import { randomFrom } from '../support/randomFrom'
import type { Bug } from './mutants/bugs'
import { anyDecision } from './deskMove'
import type { Disk } from '../support/browser/diskImage'
import { phoneEvents, SimPhone, type Fault, type Typed } from './simPhone'
import { SimServer } from './simServer'
import { storyOf, told } from './storyOf'
import { Tally } from './tally'

/*
 * Any week of a commune: an officer with two phones, a village member and a supervisor work on real books, now and then in two tabs
 * at once, over a line that loses, doubles, delays and cuts, while phones die, fill up, are wiped or put back to a backup, clocks are
 * wrong, hamlets change hands and the server is put back to a backup, also to one from before it knew a device. Then it is calm, and
 * the books are compared. One seed is one week, always the same one.
 */

const STEPS = 45
const uuid = (kind: string, n: number): string => `0190a000-0000-7000-8000-${kind}${String(n).padStart(10, '0')}`
const HAMLETS = [uuid('aa', 1), uuid('aa', 2)] as const
const LINE: readonly Fault[] = ['none', 'none', 'none', 'none', 'requestLost', 'requestCut', 'answerLost', 'answerCut', 'doubled', 'late', 'busy', 'portal', 'dies']
const DAY_MS = 86_400_000
/** As after an empty battery; every other wrong clock is off by less than half a year. */
const MOST_SKEW_MS = 16 * 365 * DAY_MS

/** Each must happen again and again in the weeks of a run. */
export const weekEvents = [...phoneEvents, ...told, 'wiped', 'phonePutBack', 'serverPutBack', 'serverPutBackUntold', 'clockWrong', 'scopeChanged', 'scopeChangedMidSync'] as const
export type WeekEvent = (typeof weekEvents)[number]

export interface Kind {
  /** Planted into the server or the phones, to see that `problemsOf` notices. */
  readonly bug?: Bug | undefined
  /** The desk moves people and households as well. */
  readonly hasMoves?: boolean
  /** Without what excuses a bug: no disk fails, is wiped or put back, nobody's clock or app is wrong, no scope changes in the middle of a sync. */
  readonly isPlain?: boolean
  /** Nine days of more decisions, and accepted forms shrink on the phones two days after. */
  readonly shrinks?: boolean
}

async function makeWeek(seed: number, { bug, hasMoves = false, shrinks = false, isPlain = false }: Kind) {
  const random = randomFrom(seed)
  const clock = { ms: Date.UTC(2026, 10, 23, 1) }
  const key = await generateServerKey()
  const server = new SimServer({ epoch: uuid('ee', 0), hamlets: HAMLETS, privateKey: key.privateKey, now: () => clock.ms, bug, shrinkDays: shrinks ? 1 : 0 })
  const tally = new Tally<WeekEvent>(weekEvents)
  const week = { calm: false, devices: 0 }
  const storm = (share: number): boolean => !isPlain && !week.calm && random() < share
  const people = [['officer', null], ['officer', null], ['member', [HAMLETS[0]]], ['supervisor', null]] as const
  const phones = people.map(([role, hamlets], n) => {
    // The first two are phones of one officer.
    const user = uuid('cc', seed * 10 + Math.max(n, 1))
    server.addUser(user, role, hamlets)
    const fault = (): Fault => {
      if (role === 'member' && storm(0.03)) setMember('scopeChangedMidSync')
      return week.calm ? 'none' : LINE[Math.floor(random() * LINE.length)]!
    }
    return new SimPhone({ server, user, owner: uuid('cc', seed * 10 + n), role, newDevice: () => uuid('dd', (week.devices += 1)), usesIdTwice: !isPlain, publicKey: key.publicKey, clock, random, bug, fault, storm, count: (what) => tally.count(what) })
  })
  const setMember = (what: WeekEvent): void => {
    if (server.setHamlets(phones[2]!.user, [[HAMLETS[0]], [...HAMLETS], [HAMLETS[1]]][Math.floor(random() * 3)]!)) tally.count(what)
  }
  for (const phone of phones) await phone.enrol()
  return {
    random, clock, server, week, phones, member: phones[2]!, desk: phones[3]!, marks: new Map<string, { readonly record: string; readonly phone: SimPhone }>(), made: 0, epochs: 0,
    tally, setMember, hasMoves, shrinks, isPlain,
    /** Marks that were not on their phone any more, though nothing had taken its disk. */
    lost: [] as string[],
    /** Those that are nowhere but at the server: the disk they were typed on is gone. */
    atServer: new Set<string>(),
    backup: null as { readonly phone: SimPhone; readonly disk: Disk } | null,
    /** A disk put back sends under another id what it once sent: the history has it twice, the record once (decision 0013). */
    mayDouble: false,
    /** Something happened after which a replica may be found to differ. */
    mayDiffer: false,
  }
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

/** What stood in one of these very fields and had not left the phone is typed over: nobody wants it any more. */
async function typedOver(week: Week, phone: SimPhone, [id, , change]: Typed, work: () => Promise<void>): Promise<void> {
  const before = (await (await phone.book()).getRecord(id))?.answers
  await work()
  const gone = new Set(await notOn(week, phone))
  for (const field of Object.keys(change)) if (gone.has(before?.[field] as string)) week.marks.delete(before?.[field] as string)
}

const type = (week: Week, phone: SimPhone, typed: Typed): Promise<void> => typedOver(week, phone, typed, () => phone.submit(...typed))

/** A change of something that is on the phone; nothing where nothing is. */
async function toType(week: Week, phone: SimPhone): Promise<Typed | null> {
  const cards = (await phone.book()).cards().filter((each) => each.local !== 'action')
  // Half of the work is on the same few records, so that people meet there.
  const card = any(week, week.random() < 0.5 ? cards.slice(0, 3) : cards)
  return card ? changeOf(week, phone, card) : null
}

function changeOf(week: Week, phone: SimPhone, card: Card): Typed {
  const field = card.kind === 'household' ? 'headName' : 'fullName'
  const { kind, hamlet, household, person } = card
  return [card.id, { kind, hamlet, household, person }, { [field]: mark(week, phone, card.id) }]
}

async function change(week: Week, phone: SimPhone): Promise<void> {
  if (week.random() < 0.2 && (await choose(week, phone))) return
  const typed = await toType(week, phone)
  return typed ? type(week, phone, typed) : addHome(week, phone)
}

/** Somebody opens a form that shrank: fetches it whole, corrects it, or both. */
async function reopen(week: Week): Promise<void> {
  const shrunk = await Promise.all(week.phones.map(async (phone) => (await phone.book()).cards().filter((card) => card.shrunk && card.local !== 'action').map((card) => ({ phone, card }))))
  const one = any(week, shrunk.flat())
  if (!one) return
  const dice = week.random()
  if (dice < 0.7) await one.phone.fetchWhole(one.card.id)
  if (dice > 0.4) await type(week, one.phone, changeOf(week, one.phone, one.card))
}

/** In a week without excuses the browser has locks. */
async function syncInTwoTabs(week: Week, phone: SimPhone): Promise<void> {
  const hasLocks = week.isPlain || week.random() < 0.5
  const typed = phone !== week.desk && week.random() < 0.5 ? await toType(week, phone) : null
  const sync = () => phone.syncInTwoTabs(hasLocks, typed)
  return typed ? typedOver(week, phone, typed, sync) : sync()
}

/** Between the values of a record, if this phone has one with more than one; at the door as well, also of what only the reviewer may put in place. */
async function choose(week: Week, phone: SimPhone): Promise<boolean> {
  const book = await phone.book()
  const disputed = any(week, week.server.inScope(phone.user).filter(({ holds }) => holds.length > 0))
  const held = disputed && (await book.getRecord(disputed.id))?.server
  if (!held || held.shrunk !== undefined || held.holds.length === 0) return false
  await phone.resolve(held, week.random() < 0.5 ? 'current' : 'held')
  return true
}

const toDecide = (book: Ledger): readonly Card[] => book.cards().filter((card) => card.kind === 'labour' && card.status === 'submitted' && card.local === null)

async function decide(week: Week): Promise<void> {
  if (week.random() < 0.4) await week.desk.sync()
  const book = await week.desk.book()
  if (week.random() < 0.5 && (await choose(week, week.desk))) return
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

/** Forms of some weeks ago, long enough accepted for the first of them to shrink soon. */
async function beginWithAccepted(week: Week): Promise<void> {
  for (const phone of week.phones.filter((each) => each !== week.desk)) {
    await addHome(week, phone)
    await phone.sync()
  }
  await acceptAll(week)
}

/** What the desk decides on where records hang, and on what was asked. */
async function move(week: Week): Promise<void> {
  const cards = (await week.desk.book()).cards().filter((each) => each.local === null)
  for (const each of anyDecision({ cards, hamlets: HAMLETS, random: week.random })) await week.desk.move(each)
}

/** Somebody at a door asks that a household or a person be put right. */
async function ask(week: Week, phone: SimPhone): Promise<void> {
  const card = any(week, (await phone.book()).cards().filter(({ kind, local }) => (kind === 'household' || kind === 'person') && local !== 'action'))
  if (!card) return
  const { kind, hamlet, household, person } = card
  await type(week, phone, [card.id, { kind, hamlet, household, person }, { request: '3', requestNote: mark(week, phone, card.id), requestedOn: '2026-11-20', requestedBy: 'x' }])
}

/** A backup of a phone is taken, or the last one is put back: counters run a second time. */
async function copyOrPutBack(week: Week, phone: SimPhone): Promise<void> {
  const { backup } = week
  if (!backup) {
    week.backup = { phone, disk: await phone.copyDisk() }
    return
  }
  week.tally.count('phonePutBack')
  week.mayDouble = true
  week.backup = null
  await takeDisk(week, backup.phone, async () => backup.phone.use(backup.disk))
  // Its owner goes on as if nothing had been: only so are counters given that another operation has.
  return backup.phone === week.desk ? decide(week) : change(week, backup.phone)
}

async function setClock({ tally, random }: Week, phone: SimPhone): Promise<void> {
  tally.count('clockWrong')
  phone.skewMs = Math.floor((random() * 2 - 1) ** 5 * MOST_SKEW_MS)
}

async function changeApp(_week: Week, phone: SimPhone): Promise<void> {
  phone.isOld = !phone.isOld
}

async function wipe(week: Week, phone: SimPhone): Promise<void> {
  week.tally.count('wiped')
  if (week.backup?.phone === phone) week.backup = null
  await takeDisk(week, phone, () => phone.enrol())
}

/** All that was typed on a phone and not typed over there it has, sent or not, for a server that is put back. Once its disk is gone only the server has what was sent. */
async function takeDisk(week: Week, phone: SimPhone, take: () => Promise<void>): Promise<void> {
  await lookFor(week, phone)
  await take()
  for (const value of await notOn(week, phone)) week.atServer.add(value)
  forgetLost(week)
}

async function lookFor(week: Week, phone: SimPhone): Promise<void> {
  week.lost.push(...(await notOn(week, phone)))
}

/** Marks of a phone that it should have, and has not. */
async function notOn({ marks, atServer }: Week, phone: SimPhone): Promise<readonly string[]> {
  const here = JSON.stringify(await phone.operations())
  return [...marks].flatMap(([value, by]) => (by.phone === phone && !atServer.has(value) && !here.includes(`"${value}"`) ? [value] : []))
}

/** What was nowhere but at the server, and is not there now, nobody has. Everything else must come back. */
function forgetLost({ server, marks, atServer }: Week): void {
  const left = JSON.stringify(server.log.filter(({ kind }) => kind !== 'refused').map(({ raw }) => raw))
  for (const value of atServer) if (!left.includes(`"${value}"`)) marks.delete(value)
}

async function putServerBack(week: Week): Promise<void> {
  const { random, server, phones } = week
  const isTold = random() < 0.7
  week.tally.count(isTold ? 'serverPutBack' : 'serverPutBackUntold')
  week.mayDiffer ||= !isTold
  // What a late request brings a register that nobody said was put back is answered to nobody (decision 0013).
  if (!isTold) for (const phone of phones) phone.late = null
  server.restore(Math.floor(server.log.length * (0.5 + random() / 2)), isTold ? uuid('ee', (week.epochs += 1)) : server.epoch)
  forgetLost(week)
}

/** The member may have been at work on what goes to another. */
async function changeScope(week: Week): Promise<void> {
  if (week.random() < 0.5) await change(week, week.member)
  week.setMember('scopeChanged')
}

async function step(week: Week): Promise<void> {
  const { random, phones, desk, clock } = week
  const phone = any(week, phones)!
  clock.ms += Math.floor(random() * (week.shrinks ? 8 : 1) * 3_600_000)
  if (week.hasMoves && random() < 0.12) return move(week)
  if (week.hasMoves && random() < 0.08 && phone !== desk) return ask(week, phone)
  if (!week.isPlain && random() < 0.07) return any(week, [copyOrPutBack, copyOrPutBack, copyOrPutBack, copyOrPutBack, wipe, setClock, changeApp])!(week, phone)
  if (week.shrinks && random() < 0.2) return acceptAll(week)
  if (week.shrinks && random() < 0.15) return phone.shrinkOld()
  if (week.shrinks && random() < 0.1) return reopen(week)
  const dice = random()
  if (dice < 0.12 && phone !== desk) return addHome(week, phone)
  if (dice < 0.4 && phone !== desk) return change(week, phone)
  if (dice < 0.5) return decide(week)
  if (dice < 0.71) return phone.sync()
  if (dice < 0.75) return syncInTwoTabs(week, phone)
  if (dice < 0.85) return phone.handIn()
  if (dice < 0.93) return phone.die()
  if (dice < 0.97) return changeScope(week)
  return putServerBack(week)
}

export async function runWeek(seed: number, kind: Kind = {}): Promise<Week> {
  const week = await makeWeek(seed, kind)
  if (kind.shrinks) await beginWithAccepted(week)
  for (let n = 0; n < (kind.shrinks ? 1.5 : 1) * STEPS; n += 1) {
    await step(week)
    for (const phone of week.phones) await phone.look(!week.mayDiffer)
  }
  week.week.calm = true
  week.server.setHamlets(week.member.user, [HAMLETS[0]])
  for (const phone of week.phones) phone.isOld = false
  for (let round = 0; round < 4; round += 1) for (const phone of week.phones) {
    if (week.shrinks) await phone.shrinkOld()
    await phone.sync()
    await phone.handIn()
  }
  for (const phone of week.phones) await lookFor(week, phone)
  for (const what of storyOf(week.server.log)) week.tally.count(what)
  return week
}
