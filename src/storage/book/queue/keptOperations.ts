import type { OutboxRow } from '../../disk/accountDatabase'
import type { OpenBook } from '../openBook'

/*
 * Operations the server has and a pull has shown. They are kept for a while: a server restored from yesterday's backup gets
 * back from the phones what it lost (protocol rule 6).
 */

const KEPT_MS = 30 * 24 * 3_600_000

/** Since they were kept no server has told its time. */
const UNDATED = 0

/** Inside the transaction that takes them out of the queue. */
export async function keepDone({ db }: OpenBook, rows: readonly OutboxRow[]): Promise<void> {
  await db.kept.bulkPut(rows.map((row) => ({ device: row.device, counter: row.counter, until: UNDATED, row })))
}

/** Inside a transaction. By the server's clock alone: that of a phone jumps by years when its battery was empty, and what is kept would go with it. */
export async function forgetOld({ db }: OpenBook, serverTime: number): Promise<void> {
  await db.kept.where('until').between(UNDATED, serverTime, false, false).delete()
  await db.kept.where('until').equals(UNDATED).modify({ until: serverTime + KEPT_MS })
}

/** Tells whether an operation is still as it was read. */
export const revOf = (row: OutboxRow): string => `${row.device}:${row.counter}:${row.rev}`

/** Nobody has it and nobody here can read it: it waits for a person, as what was refused does. */
export const givenUp = (row: OutboxRow): OutboxRow => ({ ...row, state: 'refused', version: 0, rev: row.rev + 1 })
