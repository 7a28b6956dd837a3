import Dexie from 'dexie'
import type { OutboxRow } from '../disk/accountDatabase'
import { stateKeys } from '../disk/places'
import { loadEnrolments, sealState } from '../disk/stateRows'
import { enrolmentOf, type OpenBook } from './openBook'
import { refreshLocal } from './recordView'

/*
 * Operations the server has and a pull has shown. They are kept for a while: a server restored from yesterday's backup gets
 * back from the phones what it lost (protocol rule 6).
 */

const KEPT_MS = 30 * 24 * 3_600_000

/** Inside the transaction that takes them out of the queue. */
export async function keepDone({ db, now }: OpenBook, rows: readonly OutboxRow[]): Promise<void> {
  await db.kept.where('until').below(now()).delete()
  await db.kept.bulkPut(rows.map((row) => ({ device: row.device, counter: row.counter, until: now() + KEPT_MS, row })))
}

/**
 * The server has this device's operations up to `last` and no further: whatever came after goes back into the queue under its
 * own counter. Remembers the server's epoch. Repeating it changes nothing.
 * @returns how many went back
 */
export async function sendAgain(book: OpenBook, commune: string, epoch: string, last: number): Promise<number> {
  const { db } = book
  await loadEnrolments(book)
  const { device } = enrolmentOf(book, commune)
  const enrolments = book.enrolments.map((enrolment) => (enrolment.code === commune ? { ...enrolment, epoch } : enrolment))
  const state = await sealState(book, stateKeys.enrolments, enrolments)
  const rows = await db.transaction('rw', db.outbox, db.kept, db.state, async () => {
    const kept = await db.kept.where('[device+counter]').between([device, last], [device, Dexie.maxKey], false, true).toArray()
    const shown = await db.outbox.where('commune').equals(commune)
      .filter((row) => row.device === device && row.counter > last && (row.state === 'acknowledged' || row.state === 'held')).toArray()
    const again = [...kept.map(({ row }) => row), ...shown].map(queued)
    await db.outbox.bulkPut(again)
    await db.kept.bulkDelete(kept.map((row) => [row.device, row.counter]))
    await db.state.put(state)
    return again
  })
  book.enrolments = enrolments
  const ids = rows.map((row) => row.record)
  await refreshLocal(book, ids)
  book.changed({ ids, state: true })
  return rows.length
}

const queued = (row: OutboxRow): OutboxRow => ({ ...row, state: 'waiting', version: 0, rev: row.rev + 1 })
