import { sameAnswer } from '../../../domain/forms/answers'
import { findForm } from '../../../domain/forms/registry'
import { hasNewReason, withReasons } from '../../../domain/records/judging/serverWarnings'
import { expectedAnswers, patchBetween } from '../../../domain/records/overlay'
import { draftHeadSchema, refusedCounter, type RefusedForm, type RescuedName } from '../../../protocol/sealing/sealedDrafts'
import { places, stateKeys } from '../../disk/places'
import { catchUp, noteRows, sealState } from '../../disk/stateRows'
import { untilWritten } from '../../disk/untilWritten'
import type { Draft } from '../../ledger'
import type { RescuedPort } from '../../ports/rescuedPort'
import { areItsIds } from '../devices/deviceRows'
import { sealedDraft } from './draftSealing'
import { draftOfRefused } from './draftOfRefused'
import type { OpenBook } from '../openBook'
import { readView, refreshLocal, type RecordView } from '../recordView'
import { refusedKey } from './standingOf'
import type { SealedNotes } from './unsentNotes'

/** Restores a rescued draft in this book, and remembers that it did, in one transaction (S43). */
export async function layDown(book: OpenBook, name: RescuedName, given: unknown): ReturnType<RescuedPort['take']> {
  const head = draftHeadSchema.safeParse(given).data
  if (head?.id !== name.record) return 'waits'
  if (head.form === 'notes') return layDownNotes(book, name, given as SealedNotes)
  const draft = head.form === 'refused' ? await refusedDraft(book, name, given as RefusedForm) : (given as Draft)
  // This version cannot show a form it does not know: the draft waits for a newer version.
  return draft && findForm(draft.form) ? layDownDraft(book, name, draft) : 'waits'
}

/** Remembers the record of the refused form: if it has to wait, it need not be fetched again to check whether it still must. */
async function refusedDraft(book: OpenBook, name: RescuedName, form: RefusedForm): Promise<Draft | null> {
  const { record, base } = form.operation
  book.refused.set(refusedKey(name), { record, base })
  return draftOfRefused(await readView(book, record), form)
}

async function layDownDraft(book: OpenBook, { device, record, savedAt }: RescuedName, draft: Draft): ReturnType<RescuedPort['take']> {
  const { id } = draft
  const view = await readView(book, id)
  if (saysNothingNew(view, draft)) return 'taken'
  const mark = await sealState(book, stateKeys.rescued(device, record), savedAt)
  const blob = await book.cipher().seal(places.draft(id), draft)
  const { db } = book
  const laid = await untilWritten(async () => {
    const sealed = await sealedDraft(book, draft)
    const done = await db.transaction('rw', db.drafts, db.sealedDrafts, db.state, db.devices, db.outbox, async () => {
      if (sealed && !(await areItsIds(db, [sealed.device]))) return 'otherId'
      // Checked again inside the transaction: a form opened in the meantime would overwrite the draft without having seen it.
      if ((await db.drafts.get(id)) || book.blank.has(id)) return 'waits'
      await db.drafts.put({ id, blob })
      if (sealed) await db.sealedDrafts.put(sealed)
      await db.state.put(mark)
      await endSpoilt(book, device, record)
      return 'laid'
    })
    return done === 'otherId' ? catchUp(book) : done
  })
  if (laid === 'waits') return laid
  await refreshLocal(book, [id])
  book.changed({ ids: [id] })
  return 'laid'
}

/**
 * Call it inside a transaction on outbox, state and devices. If the draft is a refused operation of this book, it is now a draft again and no longer
 * listed as spoilt.
 */
async function endSpoilt({ db }: OpenBook, device: string, record: string): Promise<void> {
  const counter = refusedCounter(record)
  if (counter === null || !(await db.devices.get(device))) return
  await db.outbox.where('[device+counter]').equals([device, counter]).filter(({ state }) => state === 'refused').delete()
  await db.state.delete(stateKeys.letGo(device, counter))
}

/** Restores unsent notes. They show on their record, and are not counted with the restored drafts. */
async function layDownNotes(book: OpenBook, { device, record, savedAt }: RescuedName, notes: SealedNotes): ReturnType<RescuedPort['take']> {
  const { db } = book
  const mark = await sealState(book, stateKeys.rescued(device, record), savedAt)
  const rows = await Promise.all(Object.entries(notes.answers).map(([field, text]) => sealState(book, stateKeys.note(notes.of, field), text)))
  const laid = await untilWritten(async () => {
    const sealed = await sealedDraft(book, notes)
    const done = await db.transaction('rw', db.sealedDrafts, db.state, db.devices, async () => {
      if (sealed && !(await areItsIds(db, [sealed.device]))) return 'otherId'
      if ((await noteRows(db, notes.of)).length > 0 || book.blank.has(record)) return 'waits'
      await db.state.bulkPut([mark, ...rows])
      if (sealed) await db.sealedDrafts.put(sealed)
      return 'taken'
    })
    return done === 'otherId' ? catchUp(book) : done
  })
  if (laid === 'waits') return laid
  book.changed({ ids: [notes.of] })
  return 'taken'
}

/** Whether the record already has all the author's changes and reasons: they were sent, from here or elsewhere. */
function saysNothingNew({ server, operations }: RecordView, { seen = {}, answers, reasons }: Draft): boolean {
  if (!server && operations.length === 0) return false
  if (hasNewReason(reasons, withReasons(server?.reasons ?? {}, operations.map(({ operation }) => operation)))) return false
  const now = expectedAnswers(server, operations)
  return Object.entries(patchBetween(seen, answers)).every(([field, value]) => sameAnswer(value ?? undefined, now[field]))
}
