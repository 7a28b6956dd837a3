import { createHash } from 'node:crypto'
import { cardOf } from '../../../src/domain/records/cards/cardOf'
import type { RecordHead, RecordKind } from '../../../src/domain/records/record'
import type { HeldRecord } from '../../../src/domain/records/shrink'
import { vietnamDay } from '../../../src/domain/time'
import { randomFrom } from '../../support/randomFrom'
import { householdAnswers, householdHead, labourAnswers, labourHead, personAnswers, personHead } from '../../support/villageForms'
import type { Bug } from '../mutants/bugs'
import { anyDecision } from '../deskMove'
import { SimServer, type SimServerInput } from '../simServer'
import { storyOf, told, turnedDown, turnedDownIn } from '../storyOf'
import type { SwiftDisk } from './swiftDisk'
import { lineFaults, phoneEvents, SwiftPhone } from './swiftPhone'
import { Tally } from '../tally'

/*
 * A week as in `week.ts`, but on phones of maps: milliseconds instead of half a second, so that ten thousand weeks are lived
 * through, with what real books cannot be put through cheaply: crashes at every step on the disk, full disks, disks copied and
 * put back, storage wiped, two tabs without locks, old apps, wrong and jumping clocks. The real engine, merge and judgement throughout.
 */

const STEPS = 40
const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 10, 23, 1)
const uuid = (kind: string, n: number): string => `0190a000-0000-7000-8000-${kind}${String(n).padStart(10, '0')}`
const HAMLETS = [uuid('aa', 1), uuid('aa', 2)] as const

/** Each must happen again and again in the weeks of a run. */
export const swiftEvents = [...phoneEvents, ...told, ...turnedDown, 'twoTabs', 'wiped', 'phonePutBack', 'serverPutBack', 'serverPutBackUntold', 'clockJumped', 'scopeChanged', 'scopeChangedMidSync', 'envelopesMidSync', 'asked', 'typedMidSync', 'quarrel', 'numberWritten', 'chosenAtTheDoor'] as const
export type SwiftEvent = (typeof swiftEvents)[number]

export class SwiftWeek {
  readonly server: SimServer
  readonly phones: readonly SwiftPhone[]
  readonly tally = new Tally<SwiftEvent>(swiftEvents)
  /** Values nobody else writes, that the register must know in the end. */
  readonly marks = new Map<string, { readonly record: string; readonly phone: SwiftPhone }>()
  /** Those of them that were not on their phone any more, though nothing had taken its disk. */
  readonly lost: string[] = []
  /** Those that are nowhere but at the server: the disk they were typed on is gone. */
  private readonly atServer = new Set<string>()
  /** A disk put back sends under yet another device id what it once sent: the history has it twice, the record once (decision 0013). */
  mayDouble = false
  /** Something happened after which a replica may be found to differ. */
  mayDiffer = false
  private readonly random: () => number
  /** In one week of three there are two desks, and they move people and households as well. */
  private readonly hasMoves: boolean
  /** In one of four, ten days long, the desk works off what came, and what was accepted shrinks on the phones the day after. */
  private readonly shrinks: boolean
  private readonly trace = createHash('sha1')
  private isCalm = false
  /** The register was put back and nobody told the phones: what a late envelope then brings is answered to nobody (decision 0013). */
  private isUntold = false
  private made = 0
  private devices = 0
  private epochs = 0
  private ms = START_MS
  private backup: { readonly phone: SwiftPhone; readonly disk: SwiftDisk } | null = null

  /** @param serve makes its server */
  constructor(seed: number, bug?: Bug, serve = (input: SimServerInput): SimServer => new SimServer(input)) {
    this.random = randomFrom(seed)
    this.hasMoves = seed % 3 === 2
    this.shrinks = seed % 4 === 1
    this.server = serve({ epoch: uuid('ee', 0), hamlets: HAMLETS, privateKey: '', now: () => this.ms, bug, shrinkDays: 0 })
    const people = [['officer', null], ['officer', null], ['member', [HAMLETS[0]]], ['supervisor', null], ['supervisor', null]] as const
    this.phones = people.slice(0, this.hasMoves ? 5 : 4).map(([role, hamlets], n) => {
      const user = uuid('cc', n % 2 === 1 && role === 'officer' ? 0 : n)
      this.server.addUser(user, role, hamlets)
      return this.phoneOf(user, role === 'supervisor')
    })
  }

  get member(): SwiftPhone { return this.phones[2]! }
  private get desk(): SwiftPhone { return this.any(this.phones.filter((phone) => this.isDesk(phone)))! }

  async live(): Promise<this> {
    for (let n = 0; n < STEPS; n += 1) await this.step()
    this.isCalm = true
    this.server.setHamlets(this.member.user, [HAMLETS[0]])
    for (const phone of this.phones) phone.isOld = false
    for (let round = 0; round < 4; round += 1) for (const phone of this.phones) {
      if (this.shrinks) this.ms += DAY_MS / 2
      phone.shrinkOld()
      await phone.sync()
    }
    for (const phone of this.phones) this.lookFor(phone)
    for (const what of [...storyOf(this.server.log), ...turnedDownIn(this.server.log)]) this.tally.count(what)
    return this
  }

  /** Of everything that travelled and ended; the same seed gives the same. */
  traceHash(): string {
    return this.trace.copy().digest('hex')
  }

  private phoneOf(user: string, isDesk: boolean): SwiftPhone {
    const storm = (share: number): boolean => !this.isCalm && this.random() < share
    const phone: SwiftPhone = new SwiftPhone({
      server: this.server, user, random: this.random,
      fault: () => {
        // The hamlets of the member change hands, and the scope with them, between two requests of one sync.
        if (storm(0.01)) this.moveMember('scopeChangedMidSync')
        // The service worker sends what is sealed beside the batch that carries the same.
        if (storm(0.01)) this.handIn(phone, 'envelopesMidSync')
        return storm(0.5) ? this.any(lineFaults)! : 'none'
      },
      dies: () => storm(0.01),
      isFull: () => storm(0.03),
      meanwhile: () => {
        if (isDesk || !storm(0.005)) return
        this.tally.count('typedMidSync')
        // Most likely what was written last, and may be about to leave.
        const last = phone.disk.queue.findLast((operation) => operation.type === 'submit')
        if (last && this.random() < 0.7) this.rename(phone, { id: last.record, ...last.head })
        else this.change(phone)
      },
      newDevice: () => uuid('dd', (this.devices += 1)),
      shrinkBefore: () => (this.shrinks && !isDesk ? vietnamDay(this.ms) : null),
      count: (what) => this.tally.count(what),
      trace: (what) => void this.trace.update(what),
    })
    return phone
  }

  private isDesk(phone: SwiftPhone): boolean {
    return this.phones.indexOf(phone) > 2
  }

  private any<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)]
  }

  /** What the device's clock says: it may be days off. */
  private clock(): string {
    return new Date(this.ms + Math.floor((this.random() - 0.5) * 4 * DAY_MS)).toISOString()
  }

  private mark(phone: SwiftPhone, record: string): string {
    const value = `Lò Thị ${[...String((this.made += 1))].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
    this.marks.set(value, { record, phone })
    return value
  }

  private async step(): Promise<void> {
    // The server's clock is set back now and then, and jumps by weeks: no clock decides anything.
    this.ms += Math.floor((this.random() - 0.1) * (this.shrinks ? 15 : 1) * 3_600_000)
    if (this.random() < 0.01) this.jump()
    if (this.hasMoves && this.random() < 0.1) return this.moveRecord()
    const phone = this.any(this.phones)!
    if (this.shrinks && this.random() < 0.1) return phone.shrinkOld()
    if (this.shrinks && this.random() < 0.06) return this.acceptAll()
    if (this.hasMoves && this.random() < 0.08) return this.ask(phone)
    const dice = this.random()
    const isDesk = this.isDesk(phone)
    if (dice < 0.12 && !isDesk) return this.addHome(phone)
    if (dice < 0.38 && !isDesk) return this.change(phone)
    if (dice < 0.46) return this.decide()
    if (dice < 0.71) return phone.sync()
    if (dice < 0.74) return this.quarrel()
    if (dice < 0.77) return this.syncInTwoTabs(phone)
    if (dice < 0.84) return this.handIn(phone)
    if (dice < 0.88) return this.moveMember('scopeChanged')
    if (dice < 0.91) return this.copyOrPutBack(phone)
    if (dice < 0.93) return this.wipe(phone)
    if (dice < 0.96) return void (phone.isOld = !phone.isOld)
    // Now and then nobody tells the phones, so that their cursors and counts seem to be of this register.
    const isTold = this.random() < 0.7
    this.mayDiffer ||= !isTold
    this.isUntold ||= !isTold
    this.tally.count(isTold ? 'serverPutBack' : 'serverPutBackUntold')
    this.putServerBack(isTold ? uuid('ee', (this.epochs += 1)) : this.server.epoch)
  }

  /** By weeks, there or back; never to before the forms were filled, for a day to come is a finding. */
  private jump(): void {
    this.tally.count('clockJumped')
    this.ms = START_MS + Math.floor(this.random() * 60 * DAY_MS)
  }

  private handIn(phone: SwiftPhone, what?: SwiftEvent): void {
    if (what && phone.disk.queue.length > 0) this.tally.count(what)
    phone.handIn(!this.isUntold)
  }

  private moveMember(what: SwiftEvent): void {
    if (this.server.setHamlets(this.member.user, this.any([[HAMLETS[0]], [...HAMLETS], [HAMLETS[1]]])!)) this.tally.count(what)
  }

  private async moveRecord(): Promise<void> {
    const { desk } = this
    if (this.random() < 0.5) await desk.sync()
    const cards = [...desk.disk.records.values()].flatMap((server) => cardOf({ id: server.id, commune: server.commune, server, operations: [], draft: null }) ?? [])
    const moves = anyDecision({ cards, hamlets: HAMLETS, random: this.random })
    for (const each of moves) desk.move(each, this.clock())
    const other = this.phones.find((phone) => phone !== desk && this.isDesk(phone))
    for (const { record, same } of moves) if (same && this.random() < 0.5 && other) this.mergeOtherWay(other, record, same)
  }

  /** The other desk has decided on the same two, and that it is the other one that goes. */
  private mergeOtherWay(desk: SwiftPhone, into: string, id: string): void {
    const { records } = desk.disk
    const record = records.has(into) ? records.get(id) : undefined
    if (record && record.answers.sameAs === undefined) desk.move({ record: id, base: record.version, hamlet: record.hamlet, household: record.household, person: record.person, same: into, reply: null }, this.clock())
  }

  private async ask(phone: SwiftPhone): Promise<void> {
    const record = this.any([...phone.disk.records.values()].filter(({ kind }) => kind === 'household' || kind === 'person'))
    if (!record || this.isDesk(phone)) return
    const { id, kind, hamlet, household, person } = record
    this.tally.count('asked')
    this.type(phone, id, { kind, hamlet, household, person }, { request: '3', requestNote: this.mark(phone, id), requestedOn: '2026-11-20', requestedBy: 'x' })
    if (this.random() < 0.5) await phone.sync()
  }

  private addHome(phone: SwiftPhone): void {
    const hamlet = phone === this.member ? HAMLETS[0] : this.any(HAMLETS)!
    const [household, person, labour] = ['b1', 'b2', 'b3'].map((kind) => uuid(kind, (this.made += 1))) as [string, string, string]
    const number = this.random() < 0.3 ? { personalId: this.number() } : {}
    phone.submit(household, householdHead(hamlet), patchOf(householdAnswers({ householdCode: household.slice(-6), headName: this.mark(phone, household) })), this.clock())
    phone.submit(person, personHead(hamlet, household), patchOf(personAnswers({ fullName: this.mark(phone, person), ...number })), this.clock())
    if (this.random() < 0.3) return
    const { idMissingReason, ...answers } = labourAnswers({ fullName: this.mark(phone, labour), ...number })
    phone.submit(labour, labourHead(hamlet, household, person), patchOf('personalId' in number ? answers : { idMissingReason, ...answers }), this.clock())
  }

  private change(phone: SwiftPhone): void {
    const records = [...phone.disk.records.values()]
    // Half of the work is on the same few records, so that people meet there.
    const parts = records.filter(({ shrunk }) => shrunk !== undefined)
    const disputed = this.any(records.filter(({ holds }) => holds.length > 0))
    if (disputed && this.random() < 0.5) return this.choose(phone, disputed)
    const record = this.any(parts.length > 0 && this.random() < 0.3 ? parts : this.random() < 0.5 ? records.slice(0, 3) : records)
    if (!record) return this.addHome(phone)
    const { id, kind, hamlet, household, person } = record
    if (record.shrunk !== undefined && this.random() < 0.5) phone.fetchWhole(id)
    if (kind !== 'household' && this.random() < 0.15) this.type(phone, id, { kind, hamlet, household, person }, this.otherNumber(kind))
    else this.rename(phone, record)
  }

  private rename(phone: SwiftPhone, { id, kind, hamlet, household, person }: RecordHead & { readonly id: string }): void {
    this.type(phone, id, { kind, hamlet, household, person }, { [kind === 'household' ? 'headName' : 'fullName']: this.mark(phone, id) })
  }

  /** Two give one record two names, and somebody chooses between them. */
  private async quarrel(): Promise<void> {
    const phones = this.phones.filter((phone) => !this.isDesk(phone))
    const at = Math.floor(this.random() * 3)
    const [one, other, third] = [...phones.slice(at), ...phones.slice(0, at)] as [SwiftPhone, SwiftPhone, SwiftPhone]
    const record = this.any([...one.disk.records.values()].filter(({ id, kind }) => other.disk.records.has(id) && (kind === 'labour' || this.random() < 0.2)))
    if (!record) return
    for (const phone of [one, other]) {
      this.rename(phone, record)
      await phone.sync()
    }
    const chooser = this.any([one, this.desk])!
    await chooser.sync()
    const disputed = chooser.disk.records.get(record.id)
    if (!disputed || disputed.holds.length === 0) return
    this.tally.count('quarrel')
    this.choose(chooser, disputed)
    // Before the choice is heard of, a desk accepts what is disputed, or a third phone writes it once more.
    const last = !this.isDesk(chooser) && this.random() < 0.8 ? this.desk : third
    await last.sync()
    const again = last.disk.records.get(record.id)
    if (last === third && again) this.rename(third, again)
    if (last !== third && again?.status === 'submitted') last.review(again, 'accept', this.clock())
    await last.sync()
  }

  private type(phone: SwiftPhone, id: string, head: Parameters<SwiftPhone['submit']>[1], patch: Parameters<SwiftPhone['submit']>[2]): void {
    for (const gone of phone.submit(id, head, patch, this.clock())) this.marks.delete(gone as string)
  }

  /** Of few, so that people meet there. */
  private number(): string {
    this.tally.count('numberWritten')
    return this.any(['056090000001', '056090000002'])!
  }

  private otherNumber(kind: RecordKind): Parameters<SwiftPhone['submit']>[2] {
    if (kind === 'labour') return { personalId: this.number(), idMissingReason: null }
    return { personalId: this.random() < 0.3 ? null : this.number() }
  }

  /** Also what is the reviewer's alone: a screen may be older than the acceptance. */
  private choose(phone: SwiftPhone, record: HeldRecord): void {
    if (!this.isDesk(phone)) this.tally.count('chosenAtTheDoor')
    phone.resolve(record, this.random() < 0.4 ? 'current' : 'held', this.clock())
  }

  /** Half of the time of what came just now. */
  private async decide(): Promise<void> {
    const { desk } = this
    if (this.random() < 0.5) await desk.sync()
    const disputed = this.any([...desk.disk.records.values()].filter(({ holds }) => holds.length > 0))
    if (disputed && this.random() < 0.4) return this.choose(desk, disputed)
    const record = this.any([...desk.disk.records.values()].filter(({ kind, status }) => kind === 'labour' && status === 'submitted'))
    if (record) desk.review(record, this.random() < 0.5 ? 'accept' : 'return', this.clock())
  }

  private async acceptAll(): Promise<void> {
    const { desk } = this
    await desk.sync()
    for (const record of desk.disk.records.values()) if (record.kind === 'labour' && record.status === 'submitted') desk.review(record, 'accept', this.clock())
    await desk.sync()
  }

  private async syncInTwoTabs(phone: SwiftPhone): Promise<void> {
    this.tally.count('twoTabs')
    await phone.sync(2)
  }

  /** A backup of a phone's disk is taken, or the last one is put back: counters run a second time. */
  private copyOrPutBack(phone: SwiftPhone): void {
    if (!this.backup) this.backup = { phone, disk: phone.disk }
    else {
      const { phone: owner, disk } = this.backup
      this.mayDouble = true
      this.tally.count('phonePutBack')
      this.takeDisk(owner, () => { owner.disk = disk })
      this.backup = null
    }
  }

  private wipe(phone: SwiftPhone): void {
    if (this.backup?.phone === phone) this.backup = null
    this.tally.count('wiped')
    this.takeDisk(phone, () => phone.enrol())
  }

  /** All that was typed on a phone and not typed over there it has, sent or not, for a server that is put back. Once its disk is gone only the server has what was sent. */
  private takeDisk(phone: SwiftPhone, disk: () => void): void {
    this.lookFor(phone)
    disk()
    for (const value of this.notOn(phone)) this.atServer.add(value)
    this.forgetLost()
  }

  private putServerBack(epoch: string): void {
    this.server.restore(Math.floor(this.server.log.length * (0.5 + this.random() / 2)), epoch)
    this.forgetLost()
  }

  private lookFor(phone: SwiftPhone): void {
    for (const value of this.notOn(phone)) this.lost.push(value)
  }

  /** Values of a phone that it should have, and has not. */
  private notOn(phone: SwiftPhone): readonly string[] {
    const { queue, kept, keptBefore, trouble, former } = phone.disk
    const here = JSON.stringify([queue, kept, keptBefore, trouble, former])
    return [...this.marks].flatMap(([value, by]) => (by.phone === phone && !this.atServer.has(value) && !here.includes(`"${value}"`) ? [value] : []))
  }

  /** What was nowhere but at the server, and is not there now, nobody has. Everything else must come back. */
  private forgetLost(): void {
    const left = JSON.stringify(this.server.log.filter(({ kind }) => kind !== 'refused').map(({ raw }) => raw))
    for (const value of this.atServer) if (!left.includes(`"${value}"`)) this.marks.delete(value)
  }
}

const patchOf = (answers: ReturnType<typeof personAnswers>) => answers as Parameters<SwiftPhone['submit']>[2]
