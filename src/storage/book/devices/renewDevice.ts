import type { Operation } from '../../../domain/records/operation'
import type { OutboxRow, SealedRow } from '../../disk/accountDatabase'
import { places, stateKeys } from '../../disk/places'
import { latestEnrolments, sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import { deviceRows, putDevices } from './deviceRows'
import { mergedEnrolments, type Enrolment } from './enrolment'
import { givenUp, revOf } from '../queue/keptOperations'
import { leaveDevices } from './leaveDevices'
import { enrolmentOf, type OpenBook } from '../openBook'
import { byAge, keyOf, openOutboxRows, refreshLocal, type OutboxContent, type StoredOperation } from '../recordView'
import { sealedRow } from '../sealing'

/**
 * Changes the device id because a copy of this disk uses the old one too, or the server does not know it (S6, S16). All waiting operations get new
 * counters, in the old order, and new envelopes. An operation that cannot be read stays under the old id with its envelope; without one it waits for a
 * person (S45).
 * @param again also operations the server had taken, under this or a former id: it was restored to a time when it did not know this device
 */
export async function renewDevice(book: OpenBook, enrolment: Enrolment, again: boolean): Promise<void> {
  const ids = await untilWritten(() => renewOnce(book, enrolment, again))
  await refreshLocal(book, ids)
  book.changed({ ids, state: true })
}

async function renewOnce(book: OpenBook, enrolment: Enrolment, again: boolean): Promise<readonly string[] | undefined> {
  const { db } = book
  const areLatest = await latestEnrolments(book)
  const { enrolments: known } = book
  const old = enrolmentOf(book, enrolment.code).device
  const last = (await db.counters.get(old))?.last ?? 0
  const before = await rowsOf(book, { code: enrolment.code, old, again })
  const opened = await openOutboxRows(book, before)
  const renewed = await Promise.all(opened.map((local, at) => renew(book, enrolment, local, at + 1)))
  const enrolments = mergedEnrolments(known, [enrolment])
  const leave = await leaveDevices(book, [old], enrolments)
  const [state, devices] = [await sealState(book, stateKeys.enrolments, enrolments), await deviceRows(enrolments)]
  const isWritten = await db.transaction('rw', [db.outbox, db.kept, db.sealed, db.counters, db.state, db.devices, db.sealedDrafts, db.sealedPhotos], async () => {
    const now = await rowsOf(book, { code: enrolment.code, old, again })
    if (String(now.map(revOf)) !== String(before.map(revOf)) || ((await db.counters.get(old))?.last ?? 0) !== last || !(await areLatest()) || !(await leave())) return false
    const keys = opened.map(({ row }) => keyOf(row))
    await Promise.all([db.outbox.bulkDelete(keys), db.kept.bulkDelete(before.map(keyOf)), db.sealed.bulkDelete(keys), db.counters.delete(old)])
    const readable = new Set(keys.map(String))
    for (const row of before) if (!readable.has(String(keyOf(row))) && !(await db.sealed.get(keyOf(row)))) await db.outbox.put(givenUp(row))
    await db.outbox.bulkPut(renewed.map(({ row }) => row))
    await db.sealed.bulkPut(renewed.map(({ sealed }) => sealed))
    await db.counters.put({ device: enrolment.device, last: renewed.length })
    await db.state.put(state)
    await putDevices(db, devices)
    return true
  })
  if (!isWritten) return undefined
  book.enrolments = enrolments
  return before.map((row) => row.record)
}

/**
 * The operations to move, in the order they were made: those under a former id are older than those under the present one. Refused ones stay: they wait
 * for a person, not for the server.
 */
async function rowsOf({ db }: OpenBook, { code, old, again }: { readonly code: string; readonly old: string; readonly again: boolean }): Promise<readonly OutboxRow[]> {
  const goes = ({ device, state }: OutboxRow): boolean => (again ? state !== 'refused' : device === old && state === 'waiting')
  const queue = await db.outbox.where('commune').equals(code).filter(goes).toArray()
  const kept = again ? await db.kept.filter(({ row }) => row.commune === code).toArray() : []
  return [...queue, ...kept.map(({ row }) => row)].sort((a, b) => Number(a.device === old) - Number(b.device === old) || byAge(a, b))
}

async function renew(book: OpenBook, enrolment: Enrolment, local: StoredOperation, counter: number): Promise<{ readonly row: OutboxRow; readonly sealed: SealedRow }> {
  const { device } = enrolment
  const operation: Operation = { ...local.operation, counter }
  const content: OutboxContent = { operation, queuedAt: local.queuedAt, outcome: null }
  const blob = await book.cipher().seal(places.outbox(device, counter), content)
  return {
    row: { ...local.row, device, counter, state: 'waiting', sent: 0, version: 0, rev: 1, blob },
    sealed: await sealedRow(enrolment, operation),
  }
}
