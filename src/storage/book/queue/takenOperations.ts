import type { TakenOperation } from '../../ledger'
import type { OpenBook } from '../openBook'
import { byAge, openOutboxRows, type StoredOperation } from '../recordView'

/** What the server took of this device's work, newest first: what a pull has not shown yet, and what is kept (`keptOperations`). */
export async function takenOperations(book: OpenBook, limit: number, record: string | undefined): Promise<readonly TakenOperation[]> {
  const { db } = book
  const rows = await db.transaction('r', db.outbox, db.kept, async () => {
    const queued = await (record === undefined ? db.outbox : db.outbox.where('record').equals(record)).filter(({ state }) => state === 'acknowledged').toArray()
    const kept = record === undefined ? db.kept.orderBy('[device+counter]').reverse().limit(limit) : db.kept.where('row.record').equals(record)
    return [...queued, ...(await kept.toArray()).map(({ row }) => row)]
  })
  const newest = rows.sort(byAge).reverse().slice(0, limit)
  return (await openOutboxRows(book, newest)).flatMap(takenOf)
}

function takenOf({ row, operation, receipt, settledAt }: StoredOperation): readonly TakenOperation[] {
  return receipt === undefined ? [] : [{ commune: row.commune, operation, receipt, ...(settledAt !== undefined && { takenAt: settledAt }) }]
}
