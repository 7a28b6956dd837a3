import type { OutboxRow } from '../disk/accountDatabase'
import type { TakenOperation } from '../ledger'
import type { OpenBook } from './openBook'
import { byAge, openOutboxRow, type StoredOperation } from './recordView'

/** What the server took of this device's work, newest first: what a pull has not shown yet, and what is kept (`keptOperations`). */
export async function takenOperations(book: OpenBook, limit: number): Promise<readonly TakenOperation[]> {
  const { db } = book
  const [queued, kept] = await db.transaction('r', db.outbox, db.kept, async () =>
    [await db.outbox.filter(({ state }) => state === 'acknowledged').toArray(), await db.kept.orderBy('[device+counter]').reverse().limit(limit).toArray()] as const)
  return newest(book, [...queued, ...kept.map(({ row }) => row)], limit)
}

/** The last one of a record. */
export async function lastTaken(book: OpenBook, record: string): Promise<TakenOperation | null> {
  const { db } = book
  const rows = await db.transaction('r', db.outbox, db.kept, async () =>
    [...(await db.outbox.where('record').equals(record).filter(({ state }) => state === 'acknowledged').toArray()), ...(await db.kept.where('row.record').equals(record).toArray()).map(({ row }) => row)])
  const [last] = await newest(book, rows, 1)
  return last ?? null
}

async function newest(book: OpenBook, rows: readonly OutboxRow[], limit: number): Promise<readonly TakenOperation[]> {
  const shown = [...rows].sort(byAge).reverse().slice(0, limit)
  return (await Promise.all(shown.map((row) => openOutboxRow(book, row)))).flatMap(takenOf)
}

function takenOf({ row, operation, receipt, settledAt }: StoredOperation): readonly TakenOperation[] {
  return receipt === undefined ? [] : [{ commune: row.commune, operation, receipt, ...(settledAt !== undefined && { takenAt: settledAt }) }]
}
