import { ok, type Result } from '../../../domain/result'
import { stateKeys } from '../../disk/places'
import { sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import type { Ledger, StorageFailure } from '../../ledger'
import { partGone } from '../../storageFailure'
import { completeSealedDrafts } from '../drafts/completeDrafts'
import { attempt } from '../openBook'
import type { Opened } from '../openLedger'
import { deviceRows, putDevices } from './deviceRows'
import { mergedEnrolments, type Enrolment } from './enrolment'

/** Writes what the server gave this device into an open book; a book that cannot take it is locked again. */
export async function saveEnrolments({ book, ledger }: Opened, communes: readonly Enrolment[]): Promise<Result<Ledger, StorageFailure>> {
  const enrolments = mergedEnrolments(book.enrolments, communes)
  const kept = new Set(enrolments.map(({ device }) => device))
  const former = book.enrolments.flatMap(({ device }) => (kept.has(device) ? [] : [device]))
  const saved = await attempt(book, async () => {
    const [state, devices] = [await sealState(book, stateKeys.enrolments, enrolments), await deviceRows(enrolments)]
    await untilWritten(async () => {
      const leave = former.length > 0 ? await (await import('./leaveDevices').catch(partGone)).leaveDevices(book, former, enrolments) : async () => true
      return book.db.transaction('rw', [book.db.state, book.db.devices, book.db.sealedDrafts, book.db.sealedPhotos], async () => {
        if (!(await leave())) return undefined
        await book.db.state.put(state)
        await putDevices(book.db, devices)
        return true
      })
    })
    book.enrolments = enrolments
    await completeSealedDrafts(book)
    book.changed({ state: true })
  })
  if (!saved.ok) ledger.lock()
  return saved.ok ? ok(ledger) : saved
}
