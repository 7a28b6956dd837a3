import { isDeepStrictEqual } from 'node:util'
import type { Role } from '../../src/domain/access'
import type { Answers } from '../../src/domain/forms/answers'
import type { Operation } from '../../src/domain/records/operation'
import type { RecordHead, RegisterRecord } from '../../src/domain/records/record'
import { toBase64url } from '../../src/protocol/base64url'
import type { SyncRequest } from '../../src/protocol/messages'
import type { Ledger } from '../../src/storage/ledger'
import { openSealedQueue } from '../../src/storage/queues/sealedQueue'
import { openVaults } from '../../src/storage/vaults'
import type { Vaults } from '../../src/storage/vaultTypes'
import { handInSealed } from '../../src/sync/handIn'
import type { Move } from '../../src/domain/records/move'
import type { SyncState } from '../../src/sync/control'
import { createSyncControl, type ControlDeps } from '../../src/sync/syncControl'
import type { Exchange, TransportFailure } from '../../src/sync/transport'
import { randomFrom } from '../support/randomFrom'
import { formKeyOf } from '../support/villageForms'
import type { Bug } from './mutants/bugs'
import { withBug } from './mutants/buggyPorts'
import { asOlder } from './olderApp'
import { emptyDisk, type Disk } from '../support/browser/diskImage'
import { copyOf, diskTroubles, onBadDisk, type DiskTrouble } from './simDisk'
import { COMMUNE, type SimServer } from './simServer'
import { someChoices } from './someChoices'
import { someConfirmed } from './someConfirmed'
import { oneAtATime, Turns } from './tabs'

/** What may go wrong on the way to the server and back; `dies` = the app ends while it waits. */
export const faults = ['none', 'requestLost', 'requestCut', 'answerLost', 'answerCut', 'doubled', 'late', 'busy', 'portal', 'dies'] as const
export type Fault = (typeof faults)[number]

/** These happen to what there is to cut or to delay, if there is something. */
const countedByEffect: readonly Fault[] = ['requestCut', 'answerCut', 'late']

/** What happens on a phone, or on its way to the server. */
export const phoneEvents = [...faults.filter((each) => each !== 'none'), ...diskTroubles, 'newDevice', 'deviceUnknown', 'mended', 'envelopesMidSync', 'oldApp', 'shrank', 'madeWhole', 'partEdited', 'twoTabs'] as const
export type PhoneEvent = (typeof phoneEvents)[number]

/** How far a trip came: nothing but the beginning of the request, or of the answer. */
type Cut = 'requestCut' | 'answerCut' | null

export interface SimPhoneInput {
  readonly server: SimServer
  readonly user: string
  /** Of the book. Two books of one person would hear each other through the browser's channel, so each has a name of its own. */
  readonly owner: string
  readonly role: Role
  readonly newDevice: () => string
  /** Else a device that is told so has found a bug. */
  readonly usesIdTwice: boolean
  readonly publicKey: string
  readonly clock: { ms: number }
  readonly random: () => number
  readonly fault: () => Fault
  /** Dice of the storm: true in this share of its throws, never when it is calm. */
  readonly storm: (share: number) => boolean
  readonly count: (what: PhoneEvent) => void
  readonly bug: Bug | undefined
}

/** What somebody writes into a record: its id, where it hangs, the answers that change. */
export type Typed = readonly [id: string, head: RecordHead, change: Answers]

/** `null` = the book closed under it; the screens would be gone as well. */
const unlessLocked = <T>(work: Promise<T>): Promise<T | null> => work.catch((error: unknown) => {
  if ((error as { failure?: { kind?: string } }).failure?.kind !== 'locked') throw error
  return null
})

const PASSPHRASE = 'trâu lội ao bèo chiều'

const deviceOn = (disk: Disk, now: () => number) =>
  ({ disk, vaults: openVaults({ now, indexedDb: disk, kdfCost: { memoryKib: 8, passes: 1 } }), queue: openSealedQueue(disk) })

/** One phone: the real book on a disk of its own that fails as well, the real control and engine, a line that fails as told. */
export class SimPhone {
  readonly user: string
  /** How often its replica differed from the server at the end of a pull. */
  differed = 0
  /** What it showed, or showed no more, between two steps, in words. */
  readonly wrongs: string[] = []
  /** What waits here, and stood on its record when that was looked at last. */
  private standing: ReadonlySet<string> = new Set()
  /** How far its clock is off, ms. */
  skewMs = 0
  /** An app, or a server, from before `asOlder`. */
  isOld = false
  /** What the line had swallowed, and lets out before the next request. */
  late: SyncRequest | null = null
  private device!: ReturnType<typeof deviceOn>
  private ledger: Ledger | null = null
  private firstId: string | null = null

  constructor(private readonly input: SimPhoneInput) {
    this.user = input.user
  }

  /** A new phone, or one whose storage the browser erased. */
  async enrol(): Promise<void> {
    this.use(emptyDisk())
    const { user, owner } = this.input
    const made = await this.device.vaults.enrol({ userId: owner, username: user, passphrase: PASSPHRASE, communes: [this.enrolment()] })
    if (!made.ok) throw new Error(`SimPhone — enrol — ${JSON.stringify(made.error)}`)
    this.ledger = made.value
  }

  /** As a backup of the whole phone has it. */
  copyDisk(): Promise<Disk> {
    return copyOf(this.device.disk)
  }

  /** The app starts on this disk. */
  use(disk: Disk): void {
    this.die()
    this.standing = new Set()
    this.device = deviceOn(disk, () => this.now())
  }

  private enrolment() {
    const { server, user, publicKey, newDevice } = this.input
    const device = newDevice()
    const deviceSecret = toBase64url(new Uint8Array(32).fill(Number(device.slice(-3))))
    server.enrol(device, user, deviceSecret, (this.firstId ??= device))
    return { code: COMMUNE, device, deviceSecret, serverKey: { id: 'k', publicKey }, epoch: server.epoch }
  }

  private now(): number {
    return this.input.clock.ms + this.skewMs
  }

  /** The open book; opened again after the app died. */
  async book(): Promise<Ledger> {
    if (this.ledger) return this.ledger
    return (this.ledger = await this.opened(this.device.vaults))
  }

  private async opened(vaults: Vaults): Promise<Ledger> {
    const opened = await vaults.unlock(this.input.owner, PASSPHRASE)
    if (!opened.ok) throw new Error(`SimPhone — unlock — ${JSON.stringify(opened.error)}`)
    return opened.value
  }

  /** The app is killed: nothing in memory is left. */
  die(): void {
    this.ledger?.lock()
    this.ledger = null
  }

  /** Fills and sends a form as a screen does: from what the book shows now. */
  async submit(id: string, head: RecordHead, change: Answers): Promise<void> {
    await this.book()
    const isDone = await this.onDisk(() => this.submitOnce(id, head, change), () => this.die())
    // The form is still on the screen, or comes back with its draft: whoever typed it sends it again.
    if (!isDone && !(await this.submitOnce(id, head, change))) throw new Error('SimPhone — submit — not even on a good disk')
  }

  private async submitOnce(id: string, head: RecordHead, change: Answers): Promise<boolean> {
    const book = await this.book()
    const record = await book.getRecord(id)
    if (record?.server?.shrunk !== undefined) this.input.count('partEdited')
    const seen = record?.answers ?? {}
    return (await book.submit({ id, commune: COMMUNE, head, form: formKeyOf(head.kind), answers: { ...seen, ...change }, base: record?.server?.version ?? 0, seen, confirmed: someConfirmed(change), reasons: {} })).ok
  }

  async review(record: RegisterRecord, type: 'accept' | 'return'): Promise<void> {
    const book = await this.book()
    const common = { commune: COMMUNE, record: record.id, base: record.version }
    await book.review([type === 'accept' ? { type, ...common } : { type, ...common, notes: [{ field: 'fullName', text: 'Xem lại' }] }])
  }

  /** A choice between the value that stands and one of those that wait, as on the screen. */
  async resolve(record: RegisterRecord, take: 'current' | 'held'): Promise<void> {
    await (await this.book()).review([{ type: 'resolve', commune: COMMUNE, record: record.id, base: record.version, choices: someChoices(record, take) }])
  }

  async move(move: Move): Promise<void> {
    await (await this.book()).review([{ type: 'move', commune: COMMUNE, ...move }])
  }

  /** As at the opening of the book. */
  async shrinkOld(): Promise<void> {
    const shrunk = await (await this.book()).shrinkOld()
    if (shrunk.ok) for (let n = 0; n < shrunk.value; n += 1) this.input.count('shrank')
  }

  /** As a screen does before it shows a form that shrank. */
  async fetchWhole(id: string): Promise<void> {
    const book = await this.book()
    const record = this.input.server.inScope(this.user).find((each) => each.id === id)
    const taken = record && (await book.takeWhole(structuredClone(record)))
    if (taken?.ok && taken.value) this.input.count('madeWhole')
  }

  async sync(): Promise<void> {
    const tab = this.tabOf(await this.book(), { close: () => this.die(), random: this.input.random, alone: (work) => work(), turn: async () => {} })
    await this.saw(await this.onDisk(tab.run, tab.kill))
  }

  /**
   * Two tabs of one browser at once, each with its own book on the one disk and its own engine.
   * @param hasLocks else both sync, as where the browser knows no locks
   * @param typed into the first of them meanwhile
   */
  async syncInTwoTabs(hasLocks: boolean, typed: Typed | null): Promise<void> {
    const first = await this.book()
    const second = await this.opened(deviceOn(this.device.disk, () => this.now()).vaults)
    const turns = new Turns(2, this.input.random)
    const atLine = new Set<number>()
    const alone = hasLocks ? oneAtATime() : <T>(work: () => Promise<T>) => work()
    const tabs = [[first, () => this.die()] as const, [second, () => second.lock()] as const].map(([book, close], n) =>
      this.tabOf(book, { close, random: randomFrom(Math.floor(this.input.random() * 2 ** 31)), alone, turn: () => { atLine.add(n); return turns.take(n) } }))
    // Where each may find the other's page in its way, what it says of the replica is of a moment that is over.
    const saw = async (ended: SyncState | null): Promise<void> => (hasLocks ? this.saw(ended) : undefined)
    const [isTyped] = await Promise.all([
      typed === null || unlessLocked(this.submitOnce(...typed)),
      ...tabs.map((tab) => tab.run().then(saw).finally(() => turns.leave())),
    ])
    second.lock()
    if (atLine.size > 1) this.input.count('twoTabs')
    if (typed && !isTyped) await this.submit(...typed)
  }

  /** The engine of one tab. */
  private tabOf(book: Ledger, { close, random, alone, turn }: Pick<ControlDeps, 'random' | 'alone'> & { readonly close: () => void; readonly turn: () => Promise<void> }) {
    const kill = (): void => {
      control.stop()
      close()
    }
    const control = createSyncControl({
      ...withBug(book, this.input.bug),
      transport: { exchange: (request) => turn().then(() => this.exchange(request, kill)).then((answer) => (random() < 0.5 ? answer : turn().then(() => answer))) },
      pause: async () => {}, hasLine: () => true, random, communes: () => book.communes, waitingCount: (commune) => book.outbox.waitingCount(commune),
      newDevice: async (_commune, again) => {
        if (!this.input.usesIdTwice) throw new Error('SimPhone — no id is used twice here')
        this.input.count(again ? 'deviceUnknown' : 'newDevice')
        await book.outbox.renew(this.enrolment(), again)
        return { ok: true, value: null }
      },
      now: () => this.now(), newId: () => '0190a000-0000-7000-8000-00000000f001', alone, timer: () => () => {},
    })
    const run = (): Promise<SyncState | null> => unlessLocked(control.run('demand')).finally(() => control.stop())
    return { run, kill }
  }

  private async saw(ended: SyncState | null): Promise<void> {
    if (ended && ended.lastSuccessAt !== null) await this.lookForForeign()
    if (ended && ended.replica !== 'same') this.differed += 1
    if (ended?.replica === 'mended') this.input.count('mended')
  }

  /** Of a record that is not of this phone's hamlets nothing is here, but for what was typed here. */
  private async lookForForeign(): Promise<void> {
    const book = await this.book()
    const own = new Set(this.input.server.inScope(this.user).map(({ id }) => id))
    for (const { id } of book.cards()) if (!own.has(id) && (await book.getRecord(id))?.server) this.wrongs.push(`${id} is here after a sync, and not of its hamlets`)
  }

  /** Between two steps: what waits keeps the record it is on, and what was typed here is on the screen until a page has brought it. */
  async look(isTold: boolean): Promise<void> {
    const book = await this.book()
    const standing = new Set<string>()
    const own = new Set(this.input.server.inScope(this.user).map(({ id }) => id))
    for (const { device, operation, trouble } of await book.pending()) {
      const key = `${device}:${operation.counter}`
      if ((await book.getRecord(operation.record))?.server) standing.add(key)
      else if (this.standing.has(key) && (!trouble || own.has(operation.record))) this.wrongs.push(`${key} waits, and its record ${operation.record} is gone`)
    }
    this.standing = standing
    if (isTold && book.outbox.epoch(COMMUNE) === this.input.server.epoch) for (const { operation } of await book.taken(1000)) await this.lookFor(operation, book)
  }

  /** Of a value that the server took, and the replica cannot have yet. */
  private async lookFor(operation: Operation, book: Ledger): Promise<void> {
    const entry = this.input.server.log.find(({ device, counter }) => device === book.outbox.device(COMMUNE) && counter === operation.counter)
    const record = await book.getRecord(operation.record)
    if (operation.type !== 'submit' || (entry?.kind !== 'accepted' && entry?.kind !== 'merged') || entry.outcome.kind === 'refused' || !record?.server || record.server.version >= entry.outcome.version) return
    const later = (await this.operations()).flatMap((each) => (each.record === operation.record && each.counter > operation.counter && each.type === 'submit' ? Object.keys(each.patch) : []))
    const gone = Object.entries(operation.patch).filter(([field, value]) => !later.includes(field) && !isDeepStrictEqual(record.answers[field] ?? null, value))
    if (gone.length > 0) this.wrongs.push(`${operation.counter}: ${gone.map(([field]) => field).join()} of ${operation.record} is off the screen before a page brought it`)
  }

  async handIn(kill: () => void = () => this.die()): Promise<void> {
    await handInSealed({
      queue: this.device.queue, newId: () => '0190a000-0000-7000-8000-00000000f002',
      post: async (request) => {
        const answer = await this.carry(async (cut) => {
          if (cut === 'requestCut') return null
          const results = await this.input.server.receive(structuredClone(request.envelopes))
          return cut ? null : { results: request.envelopes.map(({ device, counter }, at) => ({ device, counter, result: results[at]! })) }
        }, kill)
        return answer.ok ? answer : { ok: false, error: { error: 'offline' } }
      },
    })
  }

  async waiting(): Promise<{ readonly queue: number; readonly sealed: number }> {
    return { queue: await (await this.book()).outbox.waitingCount(COMMUNE), sealed: (await this.device.queue.envelopes(1000)).length }
  }

  /** Every operation that is still here, waiting or taken. */
  async operations(): Promise<readonly Operation[]> {
    const book = await this.book()
    return [...(await book.pending()), ...(await book.taken(1000))].map(({ operation }) => operation)
  }

  /** @param kill ends the app */
  private async onDisk<T>(work: () => Promise<T>, kill: () => void): Promise<T> {
    const { random, storm, count } = this.input
    if (!storm(0.1)) return work()
    const trouble: DiskTrouble = diskTroubles[Math.floor(random() * diskTroubles.length)]!
    return onBadDisk({ trouble, after: Math.floor(random() * 8), work, onTrouble: () => {
      count(trouble)
      if (trouble === 'killedWriting') kill()
    } })
  }

  private async exchange(given: SyncRequest, kill: () => void) {
    const { server, storm, count } = this.input
    if (storm(0.03)) {
      // The service worker sends what is sealed beside the batch that carries the same.
      if ((await this.device.queue.count()) > 0) count('envelopesMidSync')
      await this.handIn(kill)
    }
    if (this.isOld) count('oldApp')
    if (!server.knows(given.device)) return { ok: false as const, error: { kind: 'unknownDevice' as const } }
    const request = structuredClone(this.isOld ? asOlder(given) : given)
    return this.carry(async (cut) => {
      if (this.late && server.knows(this.late.device)) server.handle(this.late)
      this.late = null
      return this.trip(request, cut)
    }, kill, () => {
      count('late')
      this.late = request
    })
  }

  private trip(request: SyncRequest, cut: Cut): Exchange | null {
    const { server, clock, random, count } = this.input
    const sent = structuredClone(request)
    if (cut === 'requestCut') {
      if (sent.ops.length > 0) count(cut)
      server.takeCut(sent, Math.floor(random() * (sent.ops.length + 1)))
      return null
    }
    const { response, isCut } = cut === 'answerCut' && !this.isOld ? server.handleCut(sent, Math.floor(random() * 4)) : { response: server.handle(sent), isCut: false }
    if (isCut) count('answerCut')
    return response && { response: structuredClone(response), bytesUp: 100, bytesDown: 100, serverTime: clock.ms, isCut, tookMs: 0 }
  }

  private async carry<T>(reach: (cut: Cut) => Promise<T | null>, kill: () => void, delay: () => void = () => {}): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TransportFailure }> {
    const fault = this.input.fault()
    if (fault !== 'none' && !countedByEffect.includes(fault)) this.input.count(fault)
    if (fault === 'late') delay()
    if (fault === 'requestLost' || fault === 'late') return { ok: false, error: { kind: 'offline' } }
    if (fault === 'busy') return { ok: false, error: { kind: 'busy', retryAfterMs: 1000 } }
    if (fault === 'portal') return { ok: false, error: { kind: 'offline' } }
    const cut = fault === 'requestCut' || fault === 'answerCut' ? fault : null
    let answer = await reach(cut)
    if (fault === 'doubled') answer = await reach(cut)
    if (fault === 'dies') kill()
    return fault === 'answerLost' || answer === null ? { ok: false, error: { kind: 'offline' } } : { ok: true, value: answer }
  }
}
