import Dexie from 'dexie'
import type { OutboxRow } from '../../disk/accountDatabase'
import { stateKeys } from '../../disk/places'
import { latestEnrolments, sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { givenUp, revOf } from './keptOperations'
import { enrolmentOf, type OpenBook } from '../openBook'
import { keyOf, openOutboxRows, refreshLocal } from '../recordView'
import { sealedRow } from '../sealing'

/**
 * The server has this device's operations only up to `last`: puts later ones back into the queue, under their own counters and with new envelopes (S6).
 * Those that cannot be read wait for a person. Also stores the server's epoch. Idempotent.
 * @returns how many went back
 */
export async function sendAgain(book: OpenBook, commune: string, epoch: string, last: number): Promise<number> {
  const ids = await untilWritten(() => sendAgainOnce(book, commune, epoch, last))
  await refreshLocal(book, ids)
  book.changed({ ids, state: true })
  return ids.length
}

async function sendAgainOnce(book: OpenBook, commune: string, epoch: string, last: number): Promise<readonly string[] | undefined> {
  const { db } = book
  const areLatest = await latestEnrolments(book)
  const { enrolments: known } = book
  const enrolment = enrolmentOf(book, commune)
  const { device } = enrolment
  const before = await takenAfter(book, device, last)
  const opened = await openOutboxRows(book, before)
  const readable = new Set(opened.map(({ row }) => row))
  const lost = before.filter((row) => !readable.has(row))
  const sealed = await Promise.all(opened.map(({ operation }) => sealedRow(enrolment, operation)))
  const enrolments = known.map((each) => (each.device === device ? { ...each, epoch } : each))
  const state = await sealState(book, stateKeys.enrolments, enrolments)
  const isWritten = await db.transaction('rw', [db.outbox, db.kept, db.sealed, db.state], async () => {
    const now = await takenAfter(book, device, last)
    if (String(now.map(revOf)) !== String(before.map(revOf)) || !(await areLatest())) return false
    await db.outbox.bulkPut([...opened.map(({ row }) => queued(row)), ...lost.map(givenUp)])
    await db.sealed.bulkPut(sealed)
    await db.kept.bulkDelete(before.map(keyOf))
    await db.state.put(state)
    return true
  })
  if (!isWritten) return undefined
  book.enrolments = enrolments
  return opened.map(({ row }) => row.record)
}

/** The operations of a device after a counter that the server said it had taken. */
async function takenAfter({ db }: OpenBook, device: string, last: number): Promise<readonly OutboxRow[]> {
  const kept = await db.kept.where('[device+counter]').between([device, last], [device, Dexie.maxKey], false, true).toArray()
  const shown = await db.outbox.where('[device+counter]').between([device, last], [device, Dexie.maxKey], false, true)
    .filter(({ state }) => state === 'acknowledged' || state === 'held').toArray()
  return [...kept.map(({ row }) => row), ...shown]
}

const queued = (row: OutboxRow): OutboxRow => ({ ...row, state: 'waiting', version: 0, rev: row.rev + 1 })
