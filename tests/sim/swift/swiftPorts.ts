import { isDeepStrictEqual } from 'node:util'
import type { Operation } from '../../../src/domain/records/operation'
import { mayShrink, shrinkRecord, type HeldRecord } from '../../../src/domain/records/shrink'
import type { PlainDate } from '../../../src/domain/time'
import type { EngineOutbox, EngineReplica } from '../../../src/sync/enginePorts'
import { digestsOf } from '../../support/digestsOf'
import type { SwiftDisk } from './swiftDisk'

/** What a book says when a write found no room: nothing of it happened. */
export class NoRoom extends Error {}

/** A disk and what may happen to whoever works on it. */
export interface SwiftDevice {
  disk: SwiftDisk
  readonly isFull: () => boolean
  /** Forms accepted before this day shrink here; `null` = never. */
  readonly shrinkBefore: () => PlainDate | null
  /** Every step on the disk goes through here. */
  readonly at: <T>(work: () => T) => Promise<T>
}

/** The store as the engine drives it, over maps: that it answers as the real book does is shown in `portContract.test.ts`. */
export const swiftPorts = (device: SwiftDevice): { readonly outbox: EngineOutbox; readonly replica: EngineReplica } => ({ outbox: outboxOf(device), replica: replicaOf(device) })

/** As it goes to disk: what was accepted long ago as a part, unless an operation here is on it. */
export function asHeld(device: SwiftDevice, record: HeldRecord): HeldRecord {
  const { disk } = device
  const before = device.shrinkBefore()
  const isBusy = [...disk.queue, ...disk.trouble].some((operation) => operation.record === record.id)
  return before !== null && !isBusy && mayShrink(record, before) ? shrinkRecord(record, false) : record
}

const writer = (device: SwiftDevice) => (change: Partial<SwiftDisk>): void => {
  device.disk = { ...device.disk, ...change }
}

function outboxOf(device: SwiftDevice): EngineOutbox {
  const write = writer(device)
  return {
    device: () => device.disk.device,
    epoch: () => device.disk.epoch,
    waiting: (_commune, limit) => device.at(() => device.disk.queue.slice(0, limit).map((operation) => ({ counter: operation.counter, operation, wasSent: device.disk.sent.has(operation.counter) }))),
    markSent: (_commune, counters) => device.at(() => write({ sent: new Set([...device.disk.sent, ...counters]) })),
    lastGiven: () => device.at(() => device.disk.counter),
    findOperations: (_commune, counters) => device.at(() => new Map([...device.disk.queue, ...device.disk.kept, ...device.disk.trouble].filter(({ counter }) => counters.includes(counter)).map((operation) => [operation.counter, operation]))),
    settle: (_commune, outcomes) => device.at(() => {
      if (device.isFull()) throw new NoRoom()
      const byCounter = new Map(outcomes.map(({ counter, outcome }) => [counter, outcome]))
      const over = device.disk.queue.filter(({ counter }) => byCounter.has(counter))
      const needsPerson = over.filter(({ counter }) => ['held', 'refused'].includes(byCounter.get(counter)?.kind ?? ''))
      const taken = over.filter(({ counter }) => byCounter.get(counter)?.kind !== 'refused')
      const sent = new Set([...device.disk.sent, ...over.map(({ counter }) => counter)])
      write({ queue: device.disk.queue.filter(({ counter }) => !byCounter.has(counter)), sent, trouble: [...device.disk.trouble, ...needsPerson], kept: [...device.disk.kept, ...taken] })
    }),
    sendAgain: (_commune, epoch, last) => device.at(() => {
      if (device.isFull()) throw new NoRoom()
      const again = device.disk.kept.filter(({ counter }) => counter > last)
      const queue = [...again, ...device.disk.queue].sort((a, b) => a.counter - b.counter)
      const isStill = ({ counter }: Operation): boolean => !again.some((each) => each.counter === counter)
      write({ epoch, queue, kept: device.disk.kept.filter(isStill), trouble: device.disk.trouble.filter(isStill) })
      return again.length
    }),
  }
}

function replicaOf(device: SwiftDevice): EngineReplica {
  const write = writer(device)
  return {
    cursor: () => device.at(() => device.disk.cursor),
    contextHash: () => device.disk.context,
    digests: () => digestsOf(device.disk.records.values()),
    findRecords: (_commune, ids) => device.at(() => new Map(ids.flatMap((id) => {
      const record = device.disk.records.get(id)
      return record && record.shrunk === undefined ? [[id, record] as const] : []
    }))),
    applyPage: (_commune, { reset, renews = [], records, cursor, stood, scope }) => device.at(() => {
      if (!isDeepStrictEqual(stood, device.disk.cursor)) return { ok: true, value: 'overtaken' }
      if (device.isFull()) return { ok: false, error: { kind: 'diskFull' } }
      const kept = [...(reset ? [] : device.disk.records.values())].filter(({ hamlet }) => !renews.includes(hamlet) && (scope === null || scope.includes(hamlet)))
      write({ records: new Map([...kept, ...records.map((record) => asHeld(device, record))].map((record) => [record.id, record])), cursor })
      return { ok: true, value: null }
    }),
    saveContext: (_commune, { hash }) => device.at(() => {
      if (device.isFull()) return { ok: false, error: { kind: 'diskFull' } }
      write({ context: hash })
      return { ok: true, value: null }
    }),
  }
}
