import type { AnswerValue } from '../../../src/domain/forms/answers'
import type { MoveOperation, Operation, ReturnOperation, SubmitOperation } from '../../../src/domain/records/operation'
import type { Outcome } from '../../../src/domain/records/outcome'
import type { RegisterRecord } from '../../../src/domain/records/record'
import type { Cursor } from '../../../src/protocol/messages'
import { digestOf, digestsOf } from '../digestsOf'
import { firstBatchSize, firstPageSize } from '../../../src/sync/pace/batchSize'
import { syncCommune, type EngineDeps, type RunEnd } from '../../../src/sync/engine'
import type { Transport } from '../../../src/sync/transport'

export const COMMUNE = '22810'

/** One device on Maps: its outbox, its replica and the real sync engine. Writes are atomic, like a transaction. */
export class MemoryPhone {
  readonly records = new Map<string, RegisterRecord>()
  readonly trouble: { readonly counter: number; readonly outcome: Outcome }[] = []
  /** Everything ever submitted here, in counter order. */
  readonly submitted: SubmitOperation[] = []
  readonly moved: MoveOperation[] = []
  private queue: Operation[] = []
  private readonly sent = new Set<number>()
  /** Operations the server took. They are sent again after a restore. */
  private done: Operation[] = []
  private counter = 0
  private cursor: Cursor | null = null
  /** Whether the last stored page ended before the server's mark, as after a break of the line. */
  isMidway = false

  /**
   * @param epoch epoch of the server it was enrolled at
   * @param disk whether a page can be written
   */
  constructor(readonly device: string, private epoch: string, private readonly transport: Transport, private readonly random: () => number, private readonly disk: () => Promise<'written' | 'full'> = async () => 'written') {}

  /** Queues a household: a new one, or changed fields of one that this phone has from the server. */
  submitHousehold(id: string, hamlet: string, patch: Record<string, AnswerValue | null>): void {
    this.submit(id, { head: { kind: 'household', hamlet, household: null, person: null }, form: 'household@1', patch })
  }

  submit(id: string, what: Pick<SubmitOperation, 'head' | 'form' | 'patch'>): void {
    const operation: SubmitOperation = { type: 'submit', counter: (this.counter += 1), record: id, base: this.records.get(id)?.version ?? 0, at: '2026-11-25T00:00:00.000Z', ...what }
    this.submitted.push(operation)
    this.queue.push(operation)
  }

  /** Queues any operation; `made` gets its counter and chooses the base. */
  add(made: (counter: number) => Operation): void {
    const operation = made((this.counter += 1))
    if (operation.type === 'submit') this.submitted.push(operation)
    this.queue.push(operation)
  }

  /** Moves a household to another hamlet, which also ends a request about it. */
  moveHousehold(id: string, hamlet: string): void {
    const operation: MoveOperation = { type: 'move', counter: (this.counter += 1), record: id, base: this.records.get(id)?.version ?? 0, at: '2026-11-25T00:00:00.000Z', hamlet, household: null, person: null, reply: null }
    this.moved.push(operation)
    this.queue.push(operation)
  }

  /** Returns a form with notes on its fields. */
  giveBack(id: string, notes: ReturnOperation['notes']): void {
    this.queue.push({ type: 'return', counter: (this.counter += 1), record: id, base: this.records.get(id)?.version ?? 0, at: '2026-11-25T00:00:00.000Z', notes })
  }

  /** As after a month: no operation that the server took is kept any longer. */
  forgetDone(): void {
    this.done = []
  }

  /** As if the replica could no longer be read: the next pull brings all of it. */
  forgetReplica(): void {
    this.records.clear()
    this.cursor = null
  }

  digest(): string {
    return digestOf(this.records.values())
  }

  waiting(): number {
    return this.queue.length
  }

  sync(): Promise<RunEnd> {
    return syncCommune(this.deps(), { commune: COMMUNE, run: this.device, isCurrent: () => true, onProgress: () => {}, mayMend: true, line: { batch: firstBatchSize, page: firstPageSize } })
  }

  private deps(): EngineDeps {
    return {
      transport: this.transport,
      pause: async () => {},
      hasLine: () => true,
      random: this.random,
      outbox: {
        device: () => this.device,
        waiting: async (_commune, limit) => this.queue.slice(0, limit).map((operation) => ({ counter: operation.counter, operation, wasSent: this.sent.has(operation.counter) })),
        markSent: async (_commune, counters) => { for (const counter of counters) this.sent.add(counter) },
        settle: async (_commune, outcomes) => {
          for (const { counter, outcome } of outcomes) {
            const settled = this.queue.find((operation) => operation.counter === counter)
            if (!settled) continue
            this.queue = this.queue.filter((operation) => operation !== settled)
            if (outcome.kind !== 'refused') this.done.push(settled)
            if (outcome.kind === 'held' || outcome.kind === 'refused') this.trouble.push({ counter, outcome })
          }
        },
        findOperations: async (_commune, counters) => new Map([...this.queue, ...this.done].filter(({ counter }) => counters.includes(counter)).map((operation) => [operation.counter, operation])),
        epoch: () => this.epoch,
        lastGiven: async () => this.counter,
        sendAgain: async (_commune, epoch, last) => {
          const again = this.done.filter((operation) => operation.counter > last)
          this.done = this.done.filter((operation) => operation.counter <= last)
          this.queue = [...again, ...this.queue].sort((a, b) => a.counter - b.counter)
          this.epoch = epoch
          return again.length
        },
      },
      replica: {
        cursor: async () => this.cursor,
        contextHash: () => null,
        digests: () => digestsOf(this.records.values()),
        findRecords: async (_commune, ids) => new Map(ids.flatMap((id) => this.records.has(id) ? [[id, this.records.get(id)!] as const] : [])),
        saveContext: async () => ({ ok: true, value: null }),
        applyPage: async (_commune, page) => {
          if (page.stood !== this.cursor) return { ok: true, value: 'overtaken' }
          if ((await this.disk()) === 'full') return { ok: false, error: { kind: 'diskFull' } }
          for (const { id, hamlet } of this.records.values()) if (page.reset || page.renews?.includes(hamlet)) this.records.delete(id)
          for (const record of page.records) this.records.set(record.id, record)
          this.cursor = page.cursor
          this.isMidway = !page.done
          return { ok: true, value: null }
        },
      },
    }
  }
}
