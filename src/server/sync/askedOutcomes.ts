import { operationsCheck } from '../../domain/records/digest'
import type { SyncOutcome } from '../../protocol/messages'
import type { Db } from '../database/connect'
import { inTransaction } from '../store/inTransaction'
import { judgedBetween } from '../store/judgedBefore'
import { lockDevice } from '../store/lockDevice'
import { receiptOf } from '../store/receipt'

export interface AskedInput {
  readonly commune: string
  readonly device: string
  readonly from: number
  readonly to: number
}

export interface Asked {
  readonly last: number
  readonly outcomes: readonly SyncOutcome[]
  /** `operationsCheck` of what they were judged on. */
  readonly check: string
}

/**
 * What was judged of operations whose answer was lost; waits for what is being judged of them now. They are not sent again for
 * it: the device compares the check with its own.
 */
export async function askedOutcomes(db: Db, { commune, device, from, to }: AskedInput): Promise<Asked> {
  return inTransaction(db, async (tx) => {
    const last = (await lockDevice(tx, commune, device)) ?? 0
    const judged = await judgedBetween(tx, { commune, device, from, to: Math.min(to, from + MOST - 1) })
    return {
      last,
      outcomes: judged.map(({ counter, outcome, seq }) => ({ counter, outcome, receipt: receiptOf(commune, seq) })),
      check: operationsCheck(judged.map(({ counter, payload }) => ({ counter, operation: payload }))),
    }
  })
}

/** As many as one request sends. */
const MOST = 2_000
