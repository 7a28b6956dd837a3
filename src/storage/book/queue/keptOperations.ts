import type { OutboxRow } from '../../disk/accountDatabase'
import type { OpenBook } from '../openBook'

/*
 * Kept operations: the server has them and a pull has shown them. They are kept for some time, because a server restored from yesterday's backup gets back
 * from the phones what it lost (S6).
 */

const KEPT_MS = 30 * 24 * 3_600_000

/** No server has told its time since the operation was kept. */
const UNDATED = 0

/** Keeps operations. Call it inside the transaction that takes them out of the queue. */
export async function keepDone({ db }: OpenBook, rows: readonly OutboxRow[]): Promise<void> {
  await db.kept.bulkPut(rows.map((row) => ({ device: row.device, counter: row.counter, until: UNDATED, row })))
}

/**
 * Forgets operations kept for too long. Call it inside a transaction. Only the server's clock counts: a phone's jumps by years after its battery was
 * empty, and kept operations would be lost.
 */
export async function forgetOld({ db }: OpenBook, serverTime: number): Promise<void> {
  await db.kept.where('until').between(UNDATED, serverTime, false, false).delete()
  await db.kept.where('until').equals(UNDATED).modify({ until: serverTime + KEPT_MS })
}

/** Changes whenever the row does: to check that an operation is still as it was read. */
export const revOf = (row: OutboxRow): string => `${row.device}:${row.counter}:${row.rev}`

/** The row as one that waits for a person, like a refused one: the server lacks the operation and it cannot be read here. */
export const givenUp = (row: OutboxRow): OutboxRow => ({ ...row, state: 'refused', version: 0, rev: row.rev + 1 })
