import { isDeepStrictEqual } from 'node:util'
import { isInArea, type Role } from '../../src/domain/access'
import { amendedOf, isWherePut, versionBefore, type AmendedRecord, type WrittenSince } from '../../src/domain/records/amended'
import { operationsCheck } from '../../src/domain/records/digest'
import type { Operation } from '../../src/domain/records/operation'
import type { RegisterRecord } from '../../src/domain/records/record'
import { sortedTold, type FramedAnswer } from '../../src/protocol/answerFrames'
import { openEnvelope } from '../../src/protocol/sealing/envelope'
import type { CommuneContext, Envelope, SyncOutcome, SyncPage, SyncRequest, SyncResponse } from '../../src/protocol/messages'
import { floorAfter } from '../../src/server/database/instance'
import { openCodeBook } from '../../src/server/sync/judging/codeBook'
import { openFormBook } from '../../src/server/sync/judging/formBook'
import { judgeOperation, type Register } from '../../src/server/sync/judging/judgeOperation'
import type { HolderBook } from '../../src/server/sync/judging/holderBook'
import { openNumberBook } from '../../src/server/sync/judging/numberBook'
import { incoming, readOperation, type Incoming } from '../../src/server/sync/judging/readOperation'
import { differingHamlets, planPull } from '../../src/server/sync/pulling/pullPlan'
import { checkContext } from '../../src/server/sync/settings'
import type { Holder } from '../../src/server/store/numberRegistry'
import type { Bug } from './mutants/bugs'
import { Shown } from './shown'
import { digestOf, digestsOf } from '../support/digestsOf'

export const COMMUNE = '22810'
/** Under which all sealed operations come. */
export const ENVELOPE_RUN = '0190a000-0000-7000-8000-0000000000f5'

interface Device {
  readonly user: string
  readonly secret: string
  /** The phone it is an id of: by its first. */
  readonly phone: string
  /** How long the log was when it was enrolled: an older backup does not know it. */
  readonly since: number
  /** By counter: what was judged, and the answer. */
  readonly judged: { readonly payload: unknown; readonly outcome: SyncOutcome }[]
}

/** `counter` is `null` where a record went along with that of the entry before. */
export interface Entry { readonly device: string; readonly counter: number | null; readonly operation: Operation | undefined; readonly kind: SyncOutcome['outcome']['kind']; readonly outcome: SyncOutcome['outcome']; readonly raw: unknown; readonly when: When }

/** What a judgement depended on besides the register: a backup keeps what was decided then. */
interface When { readonly run: string; readonly at: string; readonly hamlets: readonly string[] | null; readonly floor: number; readonly shownUpTo: number }

const recordOf = (raw: unknown): string => (typeof raw === 'object' && raw !== null && 'record' in raw ? String(raw.record) : '')

/** What is of one transaction. */
interface Batch {
  readonly numbers: HolderBook
  /** Where each record lay before. */
  readonly hamlets: ReadonlyMap<string, string>
}

export interface SimServerInput {
  readonly epoch: string
  readonly hamlets: readonly string[]
  readonly privateKey: string
  readonly now: () => number
  readonly bug: Bug | undefined
  /** 0 = never. */
  readonly shrinkDays: number
}

/**
 * The server's own judgement (`judgeOperation`, `readOperation`) over maps instead of PostgreSQL, for hundreds of stormy
 * weeks a minute. What PostgreSQL adds is tested in tests/server, killing the real process in tests/faults.
 */
export class SimServer {
  log: Entry[] = []
  private register!: Omit<Register, 'numbers'>
  /** Who holds which personal number, by number and record. */
  private readonly registry = new Map<string, Holder>()
  private readonly seqOf = new Map<string, number>()
  /** What each entry of the log wrote. */
  private readonly written: { readonly seq: number; readonly record: string; readonly fields: readonly string[]; readonly from: number; readonly device: string; readonly operation: Operation }[] = []
  private readonly devices = new Map<string, Device>()
  private readonly users = new Map<string, { readonly role: Role; hamlets: readonly string[] | null; scope: number }>()

  /** By device, the highest counter that was ever judged and then forgotten with the register. */
  private readonly forgotten = new Map<string, number>()
  /** What no phone may say, and no answer tell, in words. */
  readonly wrongs: string[] = []
  readonly shown = new Shown()
  /** It was put back, and nobody said so: versions were given out twice. */
  isUntold = false
  /** See `ApplyContext`. */
  floor = 0

  epoch: string

  constructor(private readonly input: SimServerInput) {
    this.epoch = input.epoch
    this.clear()
  }

  addUser(id: string, role: Role, hamlets: readonly string[] | null): void {
    this.users.set(id, { role, hamlets, scope: 0 })
  }

  /** @returns whether that is something else */
  setHamlets(user: string, hamlets: readonly string[] | null): boolean {
    const each = this.users.get(user)!
    const isOther = String(hamlets) !== String(each.hamlets)
    // As the real server counts: given back a hamlet, one may not go on from where one stood, for records left it meanwhile.
    if (isOther) each.scope += 1
    each.hamlets = hamlets
    return isOther
  }

  enrol(device: string, user: string, secret: string, phone = device): void {
    this.devices.set(device, { user, secret, phone, since: this.log.length, judged: [] })
  }

  /** Records a user may see. */
  inScope(user: string): readonly RegisterRecord[] {
    const readable = this.users.get(user)!.hamlets
    return [...this.register.states.values()].map(({ record }) => record).filter((record) => readable === null || readable.includes(record.hamlet))
  }

  record(id: string): RegisterRecord | undefined {
    return this.register.states.get(id)?.record
  }

  /** In the order in which the real server finds them. */
  holders(): readonly Holder[] {
    return [...this.registry.values()].sort((a, b) => (a.record < b.record ? -1 : 1))
  }

  roleOf(device: string): Role | undefined {
    return this.users.get(this.devices.get(device)?.user ?? '')?.role
  }

  /** Whichever of its ids this is. */
  phoneOf(device: string): string {
    return this.devices.get(device)?.phone ?? device
  }

  handle(request: SyncRequest): SyncResponse {
    return this.answer(request).response
  }

  /** As far as the answer came before the line broke after so many records: `null` = nothing of use did. `isCut` = not all did. */
  handleCut(request: SyncRequest, records: number): { readonly response: SyncResponse | null; readonly isCut: boolean } {
    const { response, told, midway, after } = this.answer(request)
    const part = told.slice(0, records)
    if (!response.page || !midway || part.length === told.length) return { response, isCut: false }
    if (part.length === 0 && response.outcomes.length === 0) return { response: null, isCut: true }
    const { reset, renews, remaining } = response.page
    const cursor = midway(part.at(-1)?.seq ?? after)
    const page = { reset, ...(renews && { renews }), ...sortedTold(part.map((each) => each.told)), cursor, done: false, remaining: remaining + told.length - part.length }
    return { response: { ...response, page }, isCut: true }
  }

  /** What the server has of a request that the line cut after so many operations; nobody hears its answer. */
  takeCut(request: SyncRequest, ops: number): void {
    if (this.devices.has(request.device)) this.answer({ ...request, ops: request.ops.slice(0, ops), pull: null })
  }

  answer(request: SyncRequest): FramedAnswer & { readonly after: number } {
    const device = this.devices.get(request.device)!
    const isOurs = (request.epoch ?? this.epoch) === this.epoch
    const asked = isOurs && request.asks ? this.asked(device, request.asks) : null
    const { outcomes, taken } = asked ? { ...asked, taken: [] } : isOurs ? this.push(request.device, request.run, incoming(request.ops)) : { outcomes: [], taken: [] }
    const context = this.context(device.user)
    const { page, told, midway, after } = request.pull ? this.page(device.user, request) : { page: null, told: [], midway: null, after: 0 }
    for (const { id, hamlet } of page?.records ?? []) if (!isInArea(this.areas(device.user), COMMUNE, hamlet)) this.wrongs.push(`${id} was told to ${device.user}, whose it is not`)
    const response: SyncResponse = {
      protocol: 1, epoch: this.epoch, last: device.judged.length, outcomes, page,
      ...(taken.length > 0 && { taken }),
      ...(asked && { check: asked.check }),
      context: context.hash === request.context ? null : context,
      scope: page?.reset ? context.hamlets.map(({ id }) => id) : null,
    }
    return { response, told, midway, after }
  }

  async receive(envelopes: readonly Envelope[]): Promise<readonly ('received' | 'later' | 'unreadable')[]> {
    const results: ('received' | 'later' | 'unreadable')[] = []
    for (const envelope of envelopes) {
      const device = this.devices.get(envelope.device)
      const opened = device && (await openEnvelope({ envelope, privateKey: this.input.privateKey, deviceSecret: device.secret }))
      if (!device || !opened?.ok) {
        results.push('unreadable')
        continue
      }
      results.push(this.takeOpened(envelope.device, { counter: envelope.counter, raw: opened.value }) ? 'received' : 'later')
    }
    return results
  }

  /** What was in an envelope; false = its turn has not come, or its counter is another's. */
  takeOpened(device: string, item: Incoming): boolean {
    if (!this.knows(device)) return false
    const { taken } = this.push(device, ENVELOPE_RUN, [item])
    return item.counter <= this.devices.get(device)!.judged.length && taken.length === 0
  }

  judgedCount(device: string): number {
    return this.devices.get(device)?.judged.length ?? 0
  }

  knows(device: string): boolean {
    return this.devices.has(device)
  }

  /** Back to a backup made when the log had so many entries; `epoch` = the old one when nobody ran `restored`. */
  restore(entries: number, epoch: string): void {
    this.shown.putBack(entries)
    const kept = this.log.slice(0, entries)
    for (const [id, { judged }] of this.devices) this.forgotten.set(id, Math.max(judged.length, this.forgotten.get(id) ?? 0))
    for (const [id, { since }] of this.devices) if (since > entries) this.devices.delete(id)
    this.clear()
    this.renew(epoch)
    for (const { device, counter, raw, when } of kept) {
      if (counter === null) continue
      const batch = this.openBatch()
      this.judge(batch, device, { counter, raw }, when)
      this.closeBatch(batch)
    }
  }

  /** As `restored` does, where the clock is right enough: above every floor there ever was. */
  renew(epoch: string): void {
    if (epoch === this.epoch) this.isUntold = true
    else this.floor = floorAfter(this.floor, this.input.now())
    this.epoch = epoch
  }

  private has(bug: Bug): boolean {
    return this.input.bug === bug
  }

  private clear(): void {
    this.log = []
    this.register = { states: new Map(), hamlets: new Set(this.input.hamlets), codes: openCodeBook([]), forms: openFormBook([], []) }
    this.registry.clear()
    this.seqOf.clear()
    this.written.length = 0
    for (const device of this.devices.values()) device.judged.length = 0
    for (const user of this.users.values()) user.scope = 0
  }

  private asked({ judged }: Device, { from, to }: { readonly from: number; readonly to: number }) {
    const known = judged.slice(from - 1, to)
    return { outcomes: known.map(({ outcome }) => outcome), check: operationsCheck(known.map(({ payload, outcome }) => ({ counter: outcome.counter, operation: payload }))) }
  }

  private push(id: string, run: string, ops: readonly Incoming[]): { outcomes: SyncOutcome[]; taken: number[] } {
    const { judged } = this.devices.get(id)!
    const outcomes: SyncOutcome[] = []
    const taken: number[] = []
    let batch: Batch | null = null
    for (const item of ops) {
      const before = this.has('doubles') ? undefined : judged[item.counter - 1]
      if (before && !isDeepStrictEqual(before.payload, plain(item.raw))) taken.push(item.counter)
      else if (before) outcomes.push(before.outcome)
      else if (item.counter === judged.length + 1 || this.has('doubles') || this.has('gaps')) outcomes.push(this.judge((batch ??= this.openBatch()), id, item, { run, at: new Date(this.input.now()).toISOString(), hamlets: this.users.get(this.devices.get(id)!.user)!.hamlets, floor: this.floor, shownUpTo: this.shown.upTo(this.phoneOf(id), recordOf(item.raw)) }))
      else break
    }
    if (batch) this.closeBatch(batch)
    return { outcomes, taken }
  }

  /** As with the real server who holds which number, and who left which hamlet, is of the batch. */
  private openBatch(): Batch {
    return {
      numbers: openNumberBook(this.holders(), (number) => number, this.register.states),
      hamlets: new Map([...this.register.states.values()].map(({ record }) => [record.id, record.hamlet])),
    }
  }

  private closeBatch({ numbers, hamlets }: Batch): void {
    const { added, removed } = numbers.changes()
    for (const { hash, record } of removed) this.registry.delete(`${hash}:${record}`)
    for (const holder of added) this.registry.set(`${holder.hash}:${holder.record}`, holder)
    if (this.has('keepsMoved')) return
    // Whoever reads a hamlet that a record left starts again there.
    const left = [...hamlets].flatMap(([id, hamlet]) => (this.record(id)?.hamlet === hamlet ? [] : [hamlet]))
    for (const user of this.users.values()) if (user.hamlets?.some((hamlet) => left.includes(hamlet))) user.scope += 1
  }

  private judge(batch: Batch, id: string, item: Incoming, when: When): SyncOutcome {
    const device = this.devices.get(id)!
    const operation = readOperation(item)
    if ((item.raw as { type?: unknown }).type === 'lost' && item.counter > (this.forgotten.get(id) ?? 0)) this.wrongs.push(`${id}: ${item.counter} is said to be lost, and was never taken`)
    const state = operation && this.register.states.get(operation.record)
    const judged = operation ? this.apply(batch, id, device.user, operation, when) : { state, outcome: { kind: 'refused', reason: 'malformed' } as const, changes: [], along: [] }
    const { outcome, changes, along } = judged
    const answer = { counter: item.counter, outcome, receipt: `${COMMUNE}-${this.log.length + 1}` }
    device.judged.push({ payload: plain(item.raw), outcome: answer })
    this.enter({ device: id, counter: item.counter, operation, kind: outcome.kind, outcome, raw: item.raw, when }, changes.map(({ field }) => field), judged.state !== state)
    for (const { state: { record: { id: record, hamlet, household, person, version } } } of along) {
      const gone: Operation = { type: 'move', counter: item.counter, record, base: version - 1, at: when.at, hamlet, household, person }
      this.enter({ device: id, counter: null, operation: gone, kind: 'accepted', outcome: { kind: 'accepted', version }, raw: null, when }, [], true)
    }
    return answer
  }

  private enter(entry: Entry, fields: readonly string[], hasChanged: boolean): void {
    this.log.push(entry)
    const { operation, outcome, device } = entry
    if (!operation || outcome.kind === 'refused') return
    if (hasChanged) this.seqOf.set(operation.record, this.log.length)
    this.written.push({ seq: this.log.length, record: operation.record, fields, from: versionBefore(outcome.version, operation.type === 'submit' ? operation : null, entry.when.floor), device, operation })
  }

  private apply({ numbers }: Batch, device: string, user: string, operation: Operation, { run, at: receivedAt, hamlets, floor }: When) {
    const { role } = this.users.get(user)!
    const author = { id: user, role, scopeVersion: 0, areas: [{ commune: COMMUNE, hamlets: hamlets && [...hamlets] }] }
    return judgeOperation({ ...this.register, numbers }, operation, author, { commune: COMMUNE, author, device, run, receivedAt, check: checkContext(receivedAt, 15), floor })
  }

  private areas(user: string) {
    const { hamlets } = this.users.get(user)!
    return [{ commune: COMMUNE, hamlets: hamlets && [...hamlets] }]
  }

  private context(user: string): CommuneContext {
    const { role } = this.users.get(user)!
    const areas = this.areas(user)
    const mine = this.input.hamlets.filter((id) => isInArea(areas, COMMUNE, id))
    return {
      hash: `${role}${mine.join()}`.slice(0, 64), commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' },
      hamlets: mine.map((id) => ({ id, code: id.slice(-2), name: id, labourTarget: 0, asxhTarget: 0 })), people: [], extensions: [],
      settings: { minAge: 15, autoLockMinutes: 5, takesConfirmed: true, ...(this.input.shrinkDays > 0 && role !== 'supervisor' && { shrinkDays: this.input.shrinkDays }) },
    }
  }

  private page(user: string, { pull, device }: SyncRequest): Pick<FramedAnswer, 'told' | 'midway'> & { readonly page: SyncPage; readonly after: number } {
    const { hamlets, scope: version } = this.users.get(user)!
    const mine = this.inScope(user)
    const differing = pull?.digests ? differingHamlets(digestsOf(mine), pull.digests) : null
    const { epoch } = this
    const scope = `${version}:${String(hamlets).slice(-50)}`
    const cursor = pull?.cursor && this.has('noReset') ? { ...pull.cursor, epoch, scope } : (pull?.cursor ?? null)
    const plan = planPull({ epoch, scope, head: this.log.length, hamlets, cursor, amends: pull?.amends === true, differing })
    const after = (place: number) => mine.map((record) => ({ record, seq: this.seqOf.get(record.id) ?? 0 })).filter(({ seq }) => seq > place).sort((a, b) => a.seq - b.seq)
    const due = after(plan.after).filter(({ record, seq }) => (plan.hamlets === null || plan.hamlets.includes(record.hamlet)) && (plan.upTo === null || seq <= plan.upTo))
    const part = due.slice(0, Math.max(1, Math.floor((pull?.maxBytes ?? 0) / 20_000)))
    const exhausted = part.length === due.length || this.has('shortPage')
    const done = exhausted && plan.isLast
    for (const { record } of part) this.shown.tell(this.phoneOf(device), record, this.log.length)
    const told = part.map(({ record, seq }) => ({ seq, told: this.told(record, device, pull?.amends ? plan.begun : null), jsonBytes: 2_000 }))
    const page = {
      reset: plan.reset, ...(plan.renews && { renews: plan.renews }), ...sortedTold(told.map((each) => each.told)),
      cursor: exhausted ? plan.end : plan.midway(part.at(-1)?.seq ?? plan.after),
      done, remaining: due.length - part.length + (plan.isLast ? 0 : after(plan.end.seq).length), ...(done && !this.has('adopted') && { digest: digestOf(mine) }),
    }
    return { page, told, midway: plan.midway, after: plan.after }
  }

  /** As the real server: only what the phone cannot know. */
  private told(record: RegisterRecord, device: string, begun: number | null): RegisterRecord | AmendedRecord {
    const since = begun === null ? undefined : this.since(record.id, device, begun)
    return since && isWherePut(record, since) ? amendedOf(record, since) : record
  }

  private since(id: string, device: string, begun: number): WrittenSince | undefined {
    const later = this.written.filter(({ record, seq }) => record === id && seq > begun)
    const [first] = later
    if (!first || later.some(({ operation }) => operation.type === 'move') || (first.from === 0 && (first.device !== device || first.operation.type !== 'submit'))) return undefined
    const own = later.flatMap(({ device: by, operation }) => (by === device && operation.type === 'submit' ? [operation] : []))
    return { from: first.from, fields: new Set(later.flatMap(({ fields }) => fields)), own }
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
