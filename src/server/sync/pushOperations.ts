import type { SyncOutcome } from '../../protocol/messages'
import type { ServerDeps } from '../deps'
import { inTransaction } from '../store/inTransaction'
import { applyBatch, type BatchInput, type BatchResult } from './judging/applyBatch'

/** Operations per transaction. A batch is a unit of transport only: parts that were committed are recognised if they come again (S7). */
const PART = 200

/**
 * Judges the operations of a device, part by part, and reports how far it came. Safe to repeat after any interruption.
 * @returns `undefined` if the commune does not know the device
 */
export async function pushOperations(deps: Pick<ServerDeps, 'db' | 'secrets' | 'config'>, input: BatchInput): Promise<BatchResult | undefined> {
  const { ops } = input
  const outcomes: SyncOutcome[] = []
  const taken: number[] = []
  let last = 0
  for (let start = 0; start === 0 || start < ops.length; start += PART) {
    const part = ops.slice(start, start + PART)
    const result = await inTransaction(deps.db, (tx) => applyBatch(tx, deps, { ...input, ops: part }))
    if (!result) return undefined
    last = result.last
    outcomes.push(...result.outcomes)
    taken.push(...result.taken)
    const end = part.at(-1)?.counter ?? 0
    if (last < end) break
  }
  return { last, outcomes, taken }
}
