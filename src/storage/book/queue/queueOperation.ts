import type { Operation } from '../../../domain/records/operation'
import type { OutboxRow } from '../../disk/accountDatabase'
import { endDraft, endNotes } from '../drafts/draftSealing'
import { insistShownHere } from '../drafts/editedDrafts'
import { notesIn } from '../drafts/notesIn'
import type { Enrolment } from '../devices/enrolment'
import type { OpenBook } from '../openBook'
import { markNamed } from '../photos/photos'
import { places } from '../../disk/places'
import { catchUp } from '../../disk/stateRows'
import { keyOf, type OutboxContent, type RecordView, type StoredOperation } from '../recordView'
import { sealedRow } from '../sealing'
import { partGone } from '../../storageFailure'

export interface Queueing {
  readonly enrolment: Enrolment
  readonly view: RecordView
  readonly hamlet: string
  readonly operation: Operation
  /** The last counter used when the operation was made. */
  readonly last: number
  /** An earlier operation, never sent, that this one replaces. */
  readonly replaced: StoredOperation | undefined
  /** Whether this operation takes the place of a refused one of the record, which then ends. */
  readonly isSettled: (refused: StoredOperation) => boolean
}

/**
 * Stores operation, envelope and counter, and ends the draft or the notes, in ONE transaction (S19, S26).
 * @returns false if the record, its operations or notes, the counter or the device id changed since they were read: nothing was written
 * @throws ChangedElsewhere for a form whose draft was changed in another tab: nothing was written
 */
export async function queueOperation(book: OpenBook, queueing: Queueing): Promise<boolean> {
  const { enrolment, view, operation, last, replaced } = queueing
  const { device } = enrolment
  const { db } = book
  const row = await outboxRow(book, queueing)
  const sealed = await sealedRow(enrolment, operation)
  const settled = view.operations.filter((local) => local.row.state === 'refused' && queueing.isSettled(local))
  const carried = notesIn(operation)
  const notes = carried && (await (await import('../drafts/unsentNotes').catch(partGone)).withoutCarried(book, view.id, carried))
  const isWritten = await db.transaction('rw', [db.records, db.outbox, db.sealed, db.drafts, db.sealedDrafts, db.devices, db.counters, db.state, db.photos], async () => {
    if (!(await isUnchanged(book, view)) || ((await db.counters.get(device))?.last ?? 0) !== last || !(await db.devices.get(device)) || (await notes?.isCurrent()) === false) return false
    if (operation.type === 'submit') await insistShownHere(book, view.id)
    await db.outbox.bulkDelete(settled.map(({ row }) => keyOf(row)))
    await db.outbox.put(row)
    await db.sealed.put(sealed)
    if (operation.type === 'submit') {
      await endDraft(book, view.id)
      await markNamed(book, operation, replaced?.operation)
    }
    await notes?.write()
    if (operation.type === 'accept') await endNotes(book, view.id)
    if (!replaced) await db.counters.put({ device, last: operation.counter })
    return true
  })
  if (!isWritten) await catchUp(book)
  return isWritten
}

async function outboxRow(book: OpenBook, { enrolment, view, hamlet, operation, replaced }: Queueing): Promise<OutboxRow> {
  const { device, code: commune } = enrolment
  const content: OutboxContent = { operation, queuedAt: new Date(book.now()).toISOString(), outcome: null }
  return {
    device, counter: operation.counter, commune, hamlet, record: view.id, state: 'waiting', sent: 0, version: 0,
    rev: (replaced?.row.rev ?? 0) + 1,
    blob: await book.cipher().seal(places.outbox(device, operation.counter), content),
  }
}

/** Call it inside a transaction: whether nobody (another tab, sync, the service worker) has written the record or its operations since they were read. */
async function isUnchanged({ db }: OpenBook, { id, rows }: RecordView): Promise<boolean> {
  const record = await db.records.get(id)
  const now = await db.outbox.where('record').equals(id).toArray()
  const revs = new Map(rows.outbox.map((row) => [String(keyOf(row)), row.rev]))
  return record?.version === rows.record?.version && now.length === revs.size && now.every((row) => revs.get(String(keyOf(row))) === row.rev)
}
