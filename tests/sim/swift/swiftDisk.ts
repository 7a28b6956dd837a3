import type { Operation } from '../../../src/domain/records/operation'
import type { HeldRecord } from '../../../src/domain/records/shrink'
import type { Cursor } from '../../../src/protocol/messages'

/**
 * Everything a phone has on its disk, never changed but replaced: a write is one assignment, as one transaction is, and a
 * backup is a reference.
 */
export interface SwiftDisk {
  readonly device: string
  readonly epoch: string
  /** The last counter given. */
  readonly counter: number
  readonly queue: readonly Operation[]
  /** Counters of those that left once. */
  readonly sent: ReadonlySet<number>
  /** What the server took; it may have to be sent again. */
  readonly kept: readonly Operation[]
  /** The same of ids the device had before: a server that does not know the present one may lack it too. */
  readonly keptBefore: readonly Operation[]
  /** What the server held or refused: it waits for a person. */
  readonly trouble: readonly Operation[]
  /** The same of ids the device had before: their counters have run a second time since. */
  readonly former: readonly Operation[]
  readonly records: ReadonlyMap<string, HeldRecord>
  readonly cursor: Cursor | null
  readonly context: string | null
}

export const emptyDisk = (device: string, epoch: string): SwiftDisk => ({
  device, epoch, counter: 0, queue: [], sent: new Set(), kept: [], keptBefore: [], trouble: [], former: [], records: new Map(), cursor: null, context: null,
})

/** What waits goes on under another device id, from 1 again; `again` = with what the old id, and those before it, had sent as well. */
export function renewed(disk: SwiftDisk, device: string, epoch: string, again: boolean): SwiftDisk {
  const own = [...(again ? disk.kept : []), ...disk.queue].sort((a, b) => a.counter - b.counter)
  const queue = [...(again ? disk.keptBefore : []), ...own].map((operation, at) => ({ ...operation, counter: at + 1 }))
  const keptBefore = again ? [] : [...disk.keptBefore, ...disk.kept]
  return { ...disk, device, epoch, queue, sent: new Set(), kept: [], keptBefore, trouble: [], former: [...disk.former, ...disk.trouble], counter: queue.length, cursor: null }
}
