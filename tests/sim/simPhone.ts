import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Role } from '../../src/domain/access'
import type { Answers } from '../../src/domain/forms/answers'
import type { RecordHead, RegisterRecord } from '../../src/domain/records/record'
import { toBase64url } from '../../src/protocol/base64url'
import type { SyncRequest } from '../../src/protocol/messages'
import type { Ledger } from '../../src/storage/ledger'
import { openSealedQueue } from '../../src/storage/sealedQueue'
import { openVaults } from '../../src/storage/vaults'
import { handInSealed } from '../../src/sync/handIn'
import type { Move } from '../../src/domain/records/move'
import { createSyncControl } from '../../src/sync/syncControl'
import type { Exchange, TransportFailure } from '../../src/sync/transport'
import { formKeyOf } from '../support/villageForms'
import type { Bug } from './bugs'
import { withBug } from './buggyPorts'
import { COMMUNE, type SimServer } from './simServer'
import { someConfirmed } from './someConfirmed'

export type Fault = 'none' | 'requestLost' | 'requestCut' | 'answerLost' | 'answerCut' | 'doubled' | 'busy' | 'portal' | 'dies'

/** How far a trip came: nothing but the beginning of the request, or of the answer. */
type Cut = 'requestCut' | 'answerCut' | null

export interface SimPhoneInput {
  readonly server: SimServer
  readonly user: string
  readonly role: Role
  readonly device: string
  readonly publicKey: string
  readonly clock: { ms: number }
  readonly random: () => number
  readonly fault: () => Fault
  readonly bug: Bug | undefined
}

const PASSPHRASE = 'trâu lội ao bèo chiều'

/** One phone: the real book on a disk of its own, the real control and engine, a line that fails as told. */
export class SimPhone {
  readonly user: string
  /** How often its replica differed from the server at the end of a pull. */
  differed = 0
  private readonly port = { indexedDB: new IDBFactory(), IDBKeyRange }
  private readonly vaults
  private readonly queue
  private ledger: Ledger | null = null

  constructor(private readonly input: SimPhoneInput) {
    this.user = input.user
    this.vaults = openVaults({ now: () => input.clock.ms, indexedDb: this.port, kdfCost: { memoryKib: 8, passes: 1 } })
    this.queue = openSealedQueue(this.port)
  }

  async enrol(): Promise<void> {
    const { server, user, device, publicKey } = this.input
    const deviceSecret = toBase64url(new Uint8Array(32).fill(Number(device.slice(-2))))
    server.enrol(device, user, deviceSecret)
    const made = await this.vaults.enrol({ userId: user, username: user, passphrase: PASSPHRASE, communes: [{ code: COMMUNE, device, deviceSecret, serverKey: { id: 'k', publicKey }, epoch: server.epoch }] })
    if (!made.ok) throw new Error(`SimPhone — enrol — ${JSON.stringify(made.error)}`)
    this.ledger = made.value
  }

  /** The open book; opened again after the app died. */
  async book(): Promise<Ledger> {
    if (this.ledger) return this.ledger
    const opened = await this.vaults.unlock(this.user, PASSPHRASE)
    if (!opened.ok) throw new Error(`SimPhone — unlock — ${JSON.stringify(opened.error)}`)
    return (this.ledger = opened.value)
  }

  /** The app is killed: nothing in memory is left. */
  die(): void {
    this.ledger?.lock()
    this.ledger = null
  }

  /** Fills and sends a form as a screen does: from what the book shows now. */
  async submit(id: string, head: RecordHead, change: Answers): Promise<void> {
    const book = await this.book()
    const record = await book.getRecord(id)
    const seen = record?.answers ?? {}
    const submitted = await book.submit({ id, commune: COMMUNE, head, form: formKeyOf(head.kind), answers: { ...seen, ...change }, base: record?.server?.version ?? 0, seen, confirmed: someConfirmed(change), reasons: {} })
    if (!submitted.ok) throw new Error(`SimPhone — submit — ${submitted.error.kind}`)
  }

  async review(record: RegisterRecord, type: 'accept' | 'return'): Promise<void> {
    const book = await this.book()
    const common = { commune: COMMUNE, record: record.id, base: record.version }
    await book.review([type === 'accept' ? { type, ...common } : { type, ...common, notes: [{ field: 'fullName', text: 'Xem lại' }] }])
  }

  async move(move: Move): Promise<void> {
    await (await this.book()).review([{ type: 'move', commune: COMMUNE, ...move }])
  }

  /** As at the opening of the book. */
  async shrinkOld(): Promise<void> {
    await (await this.book()).shrinkOld()
  }

  /** As a screen does before it shows a form that shrank. */
  async fetchWhole(id: string): Promise<void> {
    const book = await this.book()
    const record = this.input.server.inScope(this.user).find((each) => each.id === id)
    if (record) await book.takeWhole(structuredClone(record))
  }

  async sync(): Promise<void> {
    const book = await this.book()
    const control = createSyncControl({
      ...withBug(book, this.input.bug),
      transport: { exchange: (request) => this.carry(async (cut) => this.trip(request, cut), () => control.stop()) },
      pause: async () => {}, hasLine: () => true, random: this.input.random, communes: () => book.communes, waitingCount: (commune) => book.outbox.waitingCount(commune),
      newDevice: async () => { throw new Error('SimPhone — no id is used twice here') },
      now: () => this.input.clock.ms, newId: () => '0190a000-0000-7000-8000-00000000f001', alone: (work) => work(), timer: () => () => {},
    })
    const ended = await control.run('demand').catch((error: unknown) => {
      // A book that closed under the run; the screens would be gone as well.
      if ((error as { failure?: { kind?: string } }).failure?.kind !== 'locked') throw error
    })
    if (ended && ended.replica !== 'same') this.differed += 1
    control.stop()
  }

  async handIn(): Promise<void> {
    await handInSealed({
      queue: this.queue, newId: () => '0190a000-0000-7000-8000-00000000f002',
      post: async (request) => {
        const answer = await this.carry(async (cut) => {
          if (cut === 'requestCut') return null
          const results = await this.input.server.receive(structuredClone(request.envelopes))
          return cut ? null : { results: request.envelopes.map(({ device, counter }, at) => ({ device, counter, result: results[at]! })) }
        }, () => {})
        return answer.ok ? answer : { ok: false, error: { error: 'offline' } }
      },
    })
  }

  async waiting(): Promise<{ readonly queue: number; readonly sealed: number }> {
    return { queue: await (await this.book()).outbox.waitingCount(COMMUNE), sealed: (await this.queue.envelopes(1000)).length }
  }

  private trip(request: SyncRequest, cut: Cut): Exchange | null {
    const { server, clock, random } = this.input
    const sent = structuredClone(request)
    if (cut === 'requestCut') server.takeCut(sent, Math.floor(random() * (sent.ops.length + 1)))
    if (cut === 'requestCut') return null
    const response = cut === 'answerCut' ? server.handleCut(sent, Math.floor(random() * 4)) : server.handle(sent)
    return response && { response: structuredClone(response), bytesUp: 100, bytesDown: 100, serverTime: clock.ms, isCut: cut === 'answerCut' && response.page?.done === false, tookMs: 0 }
  }

  private async carry<T>(reach: (cut: Cut) => Promise<T | null>, stop: () => void): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TransportFailure }> {
    const fault = this.input.fault()
    if (fault === 'requestLost') return { ok: false, error: { kind: 'offline' } }
    if (fault === 'busy') return { ok: false, error: { kind: 'busy', retryAfterMs: 1000 } }
    if (fault === 'portal') return { ok: false, error: { kind: 'offline' } }
    const cut = fault === 'requestCut' || fault === 'answerCut' ? fault : null
    let answer = await reach(cut)
    if (fault === 'doubled') answer = await reach(cut)
    if (fault === 'dies') {
      stop()
      this.die()
    }
    return fault === 'answerLost' || answer === null ? { ok: false, error: { kind: 'offline' } } : { ok: true, value: answer }
  }
}
