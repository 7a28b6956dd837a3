import { uuid7 } from '../../../domain/identity/uuid7'
import type { Operation } from '../../../domain/records/operation'
import type { Instant } from '../../../domain/time'
import type { DemoBatch } from '../demoBatch'
import type { Random } from '../random'

/** Each kind of operation, without the fields that the device adds. */
export type OperationBody = Operation extends infer Op ? (Op extends Operation ? Omit<Op, 'counter' | 'at'> : never) : never

export interface BatchMaker {
  /** Makes one run. The operations get the device's next counters, and times shortly before they arrive. */
  batch(by: Pick<DemoBatch, 'by' | 'isImport'>, receivedAt: Instant, bodies: readonly OperationBody[]): DemoBatch
  newId(receivedAt: Instant): string
}

const SECONDS_APART = 40

/** Makes batches. Operations are numbered for each device, 1, 2, 3 ... as on phones. */
export function makeBatches(random: Random): BatchMaker {
  const counters = new Map<string, number>()
  const newId = (at: Instant) => uuid7(Date.parse(at), random.bytes(10))
  return {
    newId,
    batch({ by, isImport }, receivedAt, bodies) {
      const device = isImport ? 'import' : by
      const first = (counters.get(device) ?? 0) + 1
      counters.set(device, first + bodies.length - 1)
      const at = (index: number) => new Date(Date.parse(receivedAt) - (bodies.length - index) * SECONDS_APART * 1000).toISOString()
      const ops = bodies.map((body, index) => ({ ...body, counter: first + index, at: at(isImport ? bodies.length : index) }) as Operation)
      return { by, isImport, run: newId(receivedAt), receivedAt, ops }
    },
  }
}
