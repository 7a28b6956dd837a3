import type { Role } from '../../../src/domain/access'
import { applyOperation, type RecordState } from '../../../src/domain/records/judging/apply'
import { operationsCheck } from '../../../src/domain/records/digest'
import { operationSchema, type Operation } from '../../../src/domain/records/operation'
import type { Outcome } from '../../../src/domain/records/outcome'
import type { RegisterRecord } from '../../../src/domain/records/record'
import { floorAfter } from '../../../src/server/database/instance'
import type { SyncOutcome, SyncPage, SyncRequest, SyncResponse } from '../../../src/protocol/messages'

interface DeviceRow {
  readonly user: string
  readonly role: Role
  readonly outcomes: SyncOutcome[]
}

/**
 * A sync server of one commune on Maps, for thousands of runs a second. It judges with the same `applyOperation` as the
 * real server. What the real server adds (transactions, scope, parents) is tested in tests/server.
 */
export class MemoryServer {
  readonly log: { readonly device: string; readonly operation: Operation; readonly outcome: Outcome; readonly floor: number }[] = []
  private readonly states = new Map<string, RecordState>()
  private readonly seqOf = new Map<string, number>()
  private readonly devices = new Map<string, DeviceRow>()
  private head = 0
  private floor = 0

  constructor(private epoch: string, private readonly now: () => number) {}

  enrol(device: string, user: string, role: Role): void {
    this.devices.set(device, { user, role, outcomes: [] })
  }

  records(): readonly RegisterRecord[] {
    return [...this.states.values()].map((state) => state.record)
  }

  handle(request: SyncRequest): SyncResponse {
    const row = this.devices.get(request.device)
    if (!row) throw new Error(`MemoryServer — unknown device — ${request.device}`)
    const isOurs = (request.epoch ?? this.epoch) === this.epoch
    const asked = isOurs && request.asks ? this.asked(request.device, row, request.asks) : null
    const outcomes = asked?.outcomes ?? (isOurs ? this.push(request, row) : [])
    return {
      protocol: 1,
      epoch: this.epoch,
      last: row.outcomes.length,
      outcomes,
      ...(asked && { check: asked.check }),
      page: request.pull ? this.page(request.pull.cursor?.seq ?? 0, request.pull.maxBytes) : null,
      context: null,
      scope: null,
    }
  }

  private asked(device: string, row: DeviceRow, { from, to }: { readonly from: number; readonly to: number }) {
    const sent = new Map(this.log.filter((entry) => entry.device === device).map(({ operation }) => [operation.counter, operation]))
    const outcomes = row.outcomes.filter(({ counter }) => counter >= from && counter <= to)
    return { outcomes, check: operationsCheck(outcomes.map(({ counter }) => ({ counter, operation: sent.get(counter) }))) }
  }

  private push(request: SyncRequest, row: DeviceRow): readonly SyncOutcome[] {
    const answered: SyncOutcome[] = []
    for (const raw of request.ops) {
      const { counter } = raw as { readonly counter: number }
      if (counter > row.outcomes.length + 1) break
      const known = row.outcomes[counter - 1]
      answered.push(known ?? this.take(request, row, counter, raw))
    }
    return answered
  }

  /** An operation that cannot be parsed uses up its counter and is refused as `malformed`. So does a counter that the device reports as lost. */
  private take(request: SyncRequest, row: DeviceRow, counter: number, raw: unknown): SyncOutcome {
    const operation = operationSchema.safeParse(raw)
    if (operation.success) return this.judge(request, row, operation.data)
    const refused: SyncOutcome = { counter, outcome: { kind: 'refused', reason: 'malformed' }, receipt: '' }
    row.outcomes.push(refused)
    return refused
  }

  /** Restores a backup made after so many operations. @param epoch a new one, as a real restore makes it, or the old one if that was forgotten */
  restore(operations: number, epoch: string): void {
    const kept = this.log.splice(0).slice(0, operations)
    const floor = epoch === this.epoch ? this.floor : floorAfter(this.floor, this.now())
    this.states.clear()
    this.seqOf.clear()
    this.head = 0
    this.epoch = epoch
    for (const row of this.devices.values()) row.outcomes.length = 0
    for (const { device, operation, floor: then } of kept) {
      this.floor = then
      this.judge({ device, commune: '22810', run: device } as SyncRequest, this.devices.get(device)!, operation)
    }
    this.floor = floor
  }

  private judge(request: SyncRequest, row: DeviceRow, operation: Operation): SyncOutcome {
    const { state, outcome } = applyOperation(this.states.get(operation.record), operation, {
      commune: request.commune,
      author: { id: row.user, role: row.role },
      device: request.device,
      run: request.run,
      receivedAt: new Date(this.now()).toISOString(),
      check: { today: new Date(this.now()).toISOString().slice(0, 10), minAge: 15 },
      floor: this.floor,
    })
    this.head += 1
    if (state) {
      this.states.set(operation.record, state)
      this.seqOf.set(operation.record, this.head)
    }
    const result = { counter: operation.counter, outcome, receipt: `${request.commune}-${this.head}` }
    row.outcomes.push(result)
    this.log.push({ device: request.device, operation, outcome, floor: this.floor })
    return result
  }

  private page(after: number, maxBytes: number): SyncPage {
    const due = [...this.states.values()]
      .map(({ record }) => ({ record, seq: this.seqOf.get(record.id) ?? 0 }))
      .filter(({ seq }) => seq > after)
      .sort((a, b) => a.seq - b.seq)
    const records: RegisterRecord[] = []
    let bytes = 0
    let seq = after
    for (const item of due) {
      if (records.length > 0 && bytes > maxBytes) break
      records.push(item.record)
      bytes += JSON.stringify(item.record).length
      seq = item.seq
    }
    const done = records.length === due.length
    return { reset: false, records, cursor: { epoch: this.epoch, scope: 'all', seq: done ? this.head : seq }, done, remaining: due.length - records.length }
  }
}
