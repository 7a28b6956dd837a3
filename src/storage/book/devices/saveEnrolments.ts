import { ok, type Result } from '../../../domain/result'
import { stateKeys } from '../../disk/places'
import { latestEnrolments, sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import type { Ledger, StorageFailure } from '../../ledger'
import { partGone } from '../../storageFailure'
import { completeSealedDrafts } from '../drafts/completeDrafts'
import { attempt, type OpenBook } from '../openBook'
import type { Opened } from '../openLedger'
import { deviceRows, putDevices } from './deviceRows'
import { mergedEnrolments, type Enrolment } from './enrolment'

/** Stores the enrolments in an open book. If that fails, the book is locked again. */
export async function saveEnrolments({ book, ledger }: Opened, communes: readonly Enrolment[]): Promise<Result<Ledger, StorageFailure>> {
  // A new book has no enrolments. Any row there was left under another key, and belongs to nobody.
  const isNew = book.enrolments.length === 0
  const saved = await attempt(book, async () => {
    book.enrolments = await untilWritten(async () => saveOnce(book, communes, isNew ? alwaysLatest : await latestEnrolments(book)))
    await completeSealedDrafts(book)
    book.changed({ state: true })
  })
  if (!saved.ok) ledger.lock()
  return saved.ok ? ok(ledger) : saved
}

const alwaysLatest = async (): Promise<boolean> => true

/** `undefined` = in the meantime another tab changed the device id, added a commune or typed in a draft. */
async function saveOnce(book: OpenBook, communes: readonly Enrolment[], areLatest: () => Promise<boolean>): Promise<readonly Enrolment[] | undefined> {
  const { db, enrolments: known } = book
  const enrolments = mergedEnrolments(known, communes)
  const kept = new Set(enrolments.map(({ device }) => device))
  const former = known.flatMap(({ device }) => (kept.has(device) ? [] : [device]))
  const [state, devices] = [await sealState(book, stateKeys.enrolments, enrolments), await deviceRows(enrolments)]
  const leave = former.length > 0 ? await (await import('./leaveDevices').catch(partGone)).leaveDevices(book, former, enrolments) : async () => true
  return db.transaction('rw', [db.state, db.devices, db.sealedDrafts, db.sealedPhotos], async () => {
    if (!(await areLatest()) || !(await leave())) return undefined
    await db.state.put(state)
    await putDevices(db, devices)
    return enrolments
  })
}
