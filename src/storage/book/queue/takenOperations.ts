import Dexie from 'dexie'
import { groupBy } from '../../../domain/groupBy'
import type { AccountDatabase, KeptRow, OutboxRow } from '../../disk/accountDatabase'
import type { TakenOperation } from '../../ledger'
import type { OpenBook } from '../openBook'
import { byAge, openOutboxRows, type StoredOperation } from '../recordView'

/** Operations the server took from this account, newest first: those no pull has shown yet, and the kept ones (`keptOperations`). */
export async function takenOperations(book: OpenBook, limit: number, record: string | undefined): Promise<readonly TakenOperation[]> {
  const { db } = book
  const rows = await db.transaction('r', db.outbox, db.kept, async () => {
    const queued = await (record === undefined ? db.outbox : db.outbox.where('record').equals(record)).filter(({ state }) => state === 'acknowledged').toArray()
    const kept = record === undefined ? await newestKept(db, limit) : await db.kept.where('row.record').equals(record).toArray()
    return [...queued, ...kept.map(({ row }) => row)]
  })
  const opened = await openOutboxRows(book, newestOfEach(rows, limit))
  return [...opened].sort(newestFirst).slice(0, limit).flatMap(takenOf)
}

/** The newest `limit` rows of each device id: one per commune, plus each former one. */
async function newestKept({ kept }: AccountDatabase, limit: number): Promise<readonly KeptRow[]> {
  const found: KeptRow[] = []
  for (let last = await kept.orderBy('[device+counter]').last(); last; last = await kept.where('[device+counter]').below([last.device, Dexie.minKey]).last()) {
    found.push(...(await kept.where('[device+counter]').between([last.device, Dexie.minKey], [last.device, Dexie.maxKey]).reverse().limit(limit).toArray()))
  }
  return found
}

function newestOfEach(rows: OutboxRow[], limit: number): readonly OutboxRow[] {
  return [...groupBy(rows.sort(byAge).reverse(), ({ device }) => device).values()].flatMap((some) => some.slice(0, limit))
}

/** Newest first. Within one device id counters give the order, whatever its clock did; between two ids the time of the outcome does. */
function newestFirst(a: StoredOperation, b: StoredOperation): number {
  return a.row.device === b.row.device ? b.row.counter - a.row.counter : (b.settledAt ?? '').localeCompare(a.settledAt ?? '')
}

function takenOf({ row, operation, receipt, settledAt }: StoredOperation): readonly TakenOperation[] {
  return receipt === undefined ? [] : [{ commune: row.commune, operation, receipt, ...(settledAt !== undefined && { takenAt: settledAt }) }]
}
