import type { Move } from '../../../src/domain/records/move'
import type { MoveOperation, SubmitOperation } from '../../../src/domain/records/operation'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { recordCheck } from '../../../src/domain/records/digest'
import type { PlainDate } from '../../../src/domain/time'
import type { SyncRequest } from '../../../src/protocol/messages'
import { firstBatchSize, firstPageSize } from '../../../src/sync/pace/batchSize'
import { syncCommune, type EngineDeps, type RunEnd } from '../../../src/sync/engine'
import type { Exchange, TransportFailure } from '../../../src/sync/transport'
import type { Result } from '../../../src/domain/result'
import { formKeyOf } from '../../support/villageForms'
import { asOlder } from '../olderApp'
import { COMMUNE, type SimServer } from '../simServer'
import { someChoices } from '../someChoices'
import { someConfirmed } from '../someConfirmed'
import { emptyDisk, renewed, type SwiftDisk } from './swiftDisk'
import { asHeld, NoRoom, swiftPorts } from './swiftPorts'

/** What may go wrong on the way to the server and back. */
export const lineFaults = ['none', 'requestLost', 'requestCut', 'answerLost', 'answerCut', 'doubled', 'late', 'busy', 'portal'] as const
export type LineFault = (typeof lineFaults)[number]

/** These happen to what there is to cut, if there is something. */
const countedByEffect: readonly LineFault[] = ['requestCut', 'answerCut']

/** What happens on a phone, or on its way to the server. */
export const phoneEvents = ['requestLost', 'requestCut', 'answerLost', 'answerCut', 'doubled', 'late', 'busy', 'portal', 'died', 'diskFull', 'newDevice', 'deviceUnknown', 'mended', 'envelopeFirst', 'envelopeAgain', 'envelopeEarly', 'oldApp', 'shrank', 'madeWhole', 'partEdited', 'madeOne'] as const
export type PhoneEvent = (typeof phoneEvents)[number]

export interface SwiftInput {
  readonly server: SimServer
  readonly user: string
  readonly random: () => number
  /** Dice of the storm; calm when they give nothing. */
  readonly fault: () => LineFault
  /** The app ends here, before or after what it was about to do. */
  readonly dies: () => boolean
  readonly isFull: () => boolean
  /** Whoever holds the phone goes on working while it syncs. */
  readonly meanwhile: () => void
  readonly newDevice: () => string
  readonly shrinkBefore: () => PlainDate | null
  readonly count: (what: PhoneEvent) => void
  readonly trace: (what: string) => void
}

/** No week has so much in it that one sync needs more. */
const MOST_EXCHANGES = 400

/** A few forms at a time, as a queue of thousands goes in many batches. */
const tinyBatchSize = { ...firstBatchSize, packedBytes: 200 }

class Died extends Error {}

/** A phone on maps: the real engine and merge over a disk that crashes, fills up, is copied, put back and wiped. */
export class SwiftPhone {
  disk: SwiftDisk
  /** An app, or a server, from before pages told only what changed and lost answers were asked about. */
  isOld = false
  /** How often its replica was found to differ. */
  differed = 0
  /** How often mending by hamlets did not help, so that everything was fetched anew. */
  fetchedAnew = 0
  /** How often a sync said that all was sent while something waited that was there when it began. */
  saidTooEarly = 0
  /** What was here at the end of a sync, and is not of its hamlets. */
  readonly foreign: string[] = []
  readonly user: string
  private late: SyncRequest | null = null
  private firstId: string | null = null
  private exchanges = 0

  constructor(private readonly input: SwiftInput) {
    this.user = input.user
    this.disk = emptyDisk('', input.server.epoch)
    this.enrol()
  }

  /** A new phone, or one whose storage the browser erased: nothing is on it, and the server learns of no deletion. */
  enrol(): void {
    const device = this.input.newDevice()
    this.input.server.enrol(device, this.user, device, (this.firstId ??= device))
    this.disk = emptyDisk(device, this.input.server.epoch)
  }

  /** As a screen does: from what the phone shows now, in the place of what of the same record never left. @returns what was said there and is not any more */
  submit(record: string, head: SubmitOperation['head'], said: SubmitOperation['patch'], at: string): readonly unknown[] {
    const { disk } = this
    const seen = disk.records.get(record)
    if (seen?.shrunk !== undefined) this.input.count('partEdited')
    const base = seen?.version ?? 0
    const last = disk.queue.findLast((operation) => operation.record === record)
    const replaced = last?.type === 'submit' && last.base === base && !disk.sent.has(last.counter) ? last : undefined
    if (replaced) this.input.count('madeOne')
    const patch = { ...replaced?.patch, ...said }
    const operation: SubmitOperation = { type: 'submit', counter: replaced?.counter ?? disk.counter + 1, record, base, at, head, form: formKeyOf(head.kind), patch, ...(!this.isOld && { confirmed: someConfirmed(patch) }) }
    this.disk = { ...disk, counter: Math.max(disk.counter, operation.counter), queue: replaced ? disk.queue.map((each) => (each === replaced ? operation : each)) : [...disk.queue, operation] }
    return Object.entries(replaced?.patch ?? {}).flatMap(([field, value]) => (field in said && said[field] !== value ? [value] : []))
  }

  review(record: RegisterRecord, type: 'accept' | 'return', at: string): void {
    const common = { counter: this.disk.counter + 1, record: record.id, base: record.version, at }
    const operation = type === 'accept' ? { type, ...common } : { type, ...common, notes: [{ field: 'fullName', text: 'Xem lại' }] }
    this.disk = { ...this.disk, counter: operation.counter, queue: [...this.disk.queue, operation] }
  }

  move(move: Move, at: string): void {
    const operation: MoveOperation = { type: 'move', counter: this.disk.counter + 1, at, ...move }
    this.disk = { ...this.disk, counter: operation.counter, queue: [...this.disk.queue, operation] }
  }

  /** A choice between the value that stands and one of those that wait, as on the screen. */
  resolve(record: RegisterRecord, take: 'current' | 'held', at: string): void {
    const choices = someChoices(record, take)
    const operation = { type: 'resolve' as const, counter: this.disk.counter + 1, record: record.id, base: record.version, at, choices }
    this.disk = { ...this.disk, counter: operation.counter, queue: [...this.disk.queue, operation] }
  }

  /** As at the opening of the book: what was accepted meanwhile shrinks. */
  shrinkOld(): void {
    const records = new Map([...this.disk.records].map(([id, record]) => [id, asHeld(this, record)]))
    for (const [id, record] of records) if (record !== this.disk.records.get(id)) this.input.count('shrank')
    this.disk = { ...this.disk, records }
  }

  /** As a screen does before it shows a form that shrank: the whole, if it is still of the version that is here. */
  fetchWhole(id: string): void {
    const whole = this.input.server.inScope(this.user).find((record) => record.id === id)
    if (!whole || this.disk.records.get(id)?.shrunk !== recordCheck(whole)) return
    this.input.count('madeWhole')
    this.disk = { ...this.disk, records: new Map(this.disk.records).set(id, whole) }
  }

  /** One tab, or two at once where the browser has no locks. */
  async sync(tabs = 1): Promise<void> {
    this.exchanges = 0
    const given = this.disk.counter
    const ends = await Promise.all(Array.from({ length: tabs }, () => this.run()))
    for (const end of ends) {
      this.input.trace(JSON.stringify(end))
      // Of two at once each may find the other's page in its way: what it says of the replica is of a moment that is over.
      if (tabs === 1 && end?.kind === 'done' && end.replica) this.differed += 1
      if (end?.kind === 'done' && end.replica === 'mended') this.input.count('mended')
      if (tabs === 1 && end?.kind === 'done' && this.disk.queue.some(({ counter }) => counter <= given)) this.saidTooEarly += 1
    }
    if (tabs === 1 && ends[0]?.kind === 'done') this.lookForForeign()
    const fresh = ends.find((end) => end?.kind === 'newDevice')
    if (fresh?.kind !== 'newDevice') return
    this.input.count(fresh.again ? 'deviceUnknown' : 'newDevice')
    const device = this.input.newDevice()
    this.input.server.enrol(device, this.user, device, (this.firstId ??= device))
    this.disk = renewed(this.disk, device, this.input.server.epoch, fresh.again)
  }

  private lookForForeign(): void {
    const own = new Set(this.input.server.inScope(this.user).map(({ id }) => id))
    this.foreign.push(...[...this.disk.records.keys()].filter((id) => !own.has(id)))
  }

  /** The service worker sends what is sealed, each by itself, in any order. */
  /** @param late with what was settled since: an envelope may stay long with a colleague, or on the line */
  handIn(late: boolean): void {
    const { server, random, count } = this.input
    this.disk = { ...this.disk, sent: new Set([...this.disk.sent, ...this.disk.queue.map(({ counter }) => counter)]) }
    for (const operation of [...this.disk.queue, ...(late ? this.disk.kept : [])].sort(() => random() - 0.5)) {
      const before = server.judgedCount(this.disk.device)
      count(operation.counter <= before ? 'envelopeAgain' : operation.counter === before + 1 ? 'envelopeFirst' : 'envelopeEarly')
      server.takeOpened(this.disk.device, { counter: operation.counter, raw: operation })
    }
  }

  private run(): Promise<RunEnd | null> {
    const input = { commune: COMMUNE, run: '0190a000-0000-7000-8000-00000000f001', isCurrent: () => true, onProgress: () => {}, mayMend: true, line: { batch: this.input.random() < 0.5 ? firstBatchSize : tinyBatchSize, page: firstPageSize } }
    return syncCommune(this.deps(), input).catch((error: unknown) => {
      if (error instanceof Died || error instanceof NoRoom) return null
      throw error
    })
  }

  private deps(): EngineDeps {
    return { ...swiftPorts(this), transport: { exchange: (request) => this.carry(request) }, pause: async () => {}, hasLine: () => true, random: this.input.random }
  }

  /** A step on the disk: the app may die before it, or after it with its answer unheard. */
  async at<T>(work: () => T): Promise<T> {
    this.mayDie()
    const done = work()
    this.mayDie()
    this.input.meanwhile()
    return done
  }

  shrinkBefore(): PlainDate | null {
    return this.input.shrinkBefore()
  }

  isFull(): boolean {
    const isFull = this.input.isFull()
    if (isFull) this.input.count('diskFull')
    return isFull
  }

  private mayDie(): void {
    if (!this.input.dies()) return
    this.input.count('died')
    throw new Died()
  }

  private async carry(given: SyncRequest): Promise<Result<Exchange, TransportFailure>> {
    if (!this.isOld && given.pull?.differs && !given.pull.digests) this.fetchedAnew += 1
    if ((this.exchanges += 1) > MOST_EXCHANGES) throw new Error('SwiftPhone — a sync goes round for ever')
    const { server, fault } = this.input
    const request = this.isOld ? asOlder(given) : given
    const what = fault()
    this.input.trace(`${this.disk.device} ${what} ${request.ops.length}`)
    if (what !== 'none' && !countedByEffect.includes(what)) this.input.count(what)
    if (this.isOld) this.input.count('oldApp')
    if (!server.knows(request.device)) return { ok: false, error: { kind: 'unknownDevice' } }
    if (what === 'requestLost') return { ok: false, error: { kind: 'offline' } }
    if (what === 'busy') return { ok: false, error: { kind: 'busy', retryAfterMs: 1 } }
    if (what === 'portal') return { ok: false, error: { kind: 'serverFault' } }
    // An earlier request that the line had swallowed comes out of it only now, before this one.
    if (this.late && server.knows(this.late.device)) server.handle(this.late)
    this.late = what === 'late' ? request : null
    if (what === 'late') return { ok: false, error: { kind: 'offline' } }
    if (what === 'requestCut' && request.ops.length > 0) this.input.count(what)
    if (what === 'requestCut') server.takeCut(request, Math.floor(this.input.random() * (request.ops.length + 1)))
    if (what === 'requestCut') return { ok: false, error: { kind: 'offline' } }
    if (what === 'doubled') server.handle(request)
    const { response, isCut } = what === 'answerCut' && !this.isOld ? server.handleCut(request, Math.floor(this.input.random() * 4)) : { response: server.handle(request), isCut: false }
    if (isCut) this.input.count('answerCut')
    if (what === 'answerLost' || response === null) return { ok: false, error: { kind: 'offline' } }
    return { ok: true, value: { response, bytesUp: 100, bytesDown: 100, serverTime: 0, isCut, tookMs: 0 } }
  }
}
