import { operationsCheck } from '../../domain/records/digest'
import type { SyncOutcome } from '../../protocol/messages'
import { MOST_OPERATIONS } from '../../protocol/mostOperations'
import type { Db } from '../database/connect'
import { inTransaction } from '../store/inTransaction'
import { judgedBetween } from '../store/judgedBefore'
import { lockDevice } from '../store/lockDevice'
import { receiptOf } from '../store/receipt'

/** Asks for the outcomes of the operations `from` to `to` of a device, both included. */
export interface AskedInput {
  readonly commune: string
  readonly device: string
  readonly from: number
  readonly to: number
}

export interface Asked {
  readonly last: number
  readonly outcomes: readonly SyncOutcome[]
  /** `operationsCheck` over the stored operations. */
  readonly check: string
}

/**
 * Reads the outcomes of operations whose answer was lost (S32). If some of them are being judged now, it waits for the end of that. The device does
 * not send the operations again for this: it compares `check` with its own.
 */
export async function askedOutcomes(db: Db, { commune, device, from, to }: AskedInput): Promise<Asked> {
  return inTransaction(db, async (tx) => {
    const last = (await lockDevice(tx, commune, device))?.last ?? 0
    const judged = await judgedBetween(tx, { commune, device, from, to: Math.min(to, from + MOST_OPERATIONS - 1) })
    return {
      last,
      outcomes: judged.map(({ counter, outcome, seq }) => ({ counter, outcome, receipt: receiptOf(commune, seq) })),
      check: operationsCheck(judged.map(({ counter, payload }) => ({ counter, operation: payload }))),
    }
  })
}
