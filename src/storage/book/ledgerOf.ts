import { lastSaid, openHolds } from '../../domain/records/overlay'
import type { Operation } from '../../domain/records/operation'
import type { RecordHead } from '../../domain/records/record'
import { fail, ok, type Result } from '../../domain/result'
import { endDraft } from './drafts/draftSealing'
import { LatestWriter } from './latestWriter'
import type { Draft, Ledger, LocalRecord, PendingOperation, ReviewInput, UnsentNotes, StorageFailure, StorageStatus } from '../ledger'
import { attempt, insist, type OpenBook } from './openBook'
import { outboxPort } from './queue/outboxPort'
import { stateKeys } from '../disk/places'
import { dropUnnamedPhotos, photoPort, putPhotosBack, type DroppedPhotos } from './photos/photos'
import { queueReview, showReviews } from './queue/queueReview'
import { byAge, keyOf, openOutboxRows, readView, refreshLocal, type RecordView, type StoredOperation } from './recordView'
import { replicaPort } from './replicaPort'
import { rescuedPort } from './drafts/rescuedDrafts'
import { notedRecords, notesId, sealState } from '../disk/stateRows'
import { spoiltPort } from './spoilt/spoiltPort'
import { submitForm } from './queue/submitForm'
import { tellApart, tellApartElsewhere, toldApart, toldElsewhere } from './toldApart'
import { writeDraft } from './drafts/writeDraft'
import { partGone } from '../storageFailure'

/** Asked for some time after the book was opened: no part of what opens it. */
const shrinking = () => import('./cards/shrinkRecords').catch(partGone)

/** The ledger of an open book. Reads reject with `StorageError` when the store is lost or locked. */
export function ledgerOf(book: OpenBook, listeners: Set<() => void>, lock: () => void): Ledger {
  return {
    ...writesOf(book),
    get communes() {
      return book.enrolments.map((enrolment) => enrolment.code)
    },
    context: (commune) => book.contexts.get(commune) ?? null,
    cards: () => book.cards.all(),
    card: (id) => book.cards.find(id),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getRecord: (id) => insist(book, async () => localRecordOf(await readView(book, id))),
    shrinkOld: () => attempt(book, async () => (await shrinking()).shrinkOld(book)),
    takeWhole: (record) => attempt(book, async () => (await shrinking()).takeWhole(book, record)),
    tellApart: (one, other) => attempt(book, () => tellApart(book, one, other)),
    toldApart: (person) => insist(book, () => toldApart(book, person)),
    tellApartElsewhere: (person, mark) => attempt(book, () => tellApartElsewhere(book, person, mark)),
    toldElsewhere: (person) => insist(book, () => toldElsewhere(book, person)),
    pending: () => insist(book, () => allPending(book)),
    taken: (limit, record) => insist(book, async () => (await import('./queue/takenOperations').catch(partGone)).takenOperations(book, limit, record)),
    answer: (record, field) => record.answers[field],
    holder: () => book.holder,
    outbox: outboxPort(book),
    replica: replicaPort(book),
    photos: photoPort(book),
    rescued: rescuedPort(book),
    spoilt: spoiltPort(book),
    status: storageStatus,
    lock,
  }
}

/** Nobody types outside a form before a book is open: fetched then. */
const notesPart = () => import('./drafts/unsentNotes').catch(partGone)

/** What is typed, and reading it, which waits until it is written. */
type Writes = Pick<Ledger, 'findDraft' | 'findDraftToShow' | 'saveDraft' | 'discardDraft' | 'leaveDraft' | 'submit' | 'review' | 'saveNotes' | 'findNotes' | 'notedRecords' | 'settled' | 'setAside' | 'saveHolder'>

function writesOf(book: OpenBook): Writes {
  const drafts = new LatestWriter<Draft>({ book, write: (_, draft) => writeDraft(book, draft) })
  const notes = new LatestWriter<UnsentNotes>({ book, write: async (record, change) => (await notesPart()).writeNotes(book, record, change), join: (earlier, later) => ({ ...earlier, ...later }) })
  const draftNow = (id: string) => insist(book, async () => (await readView(book, id)).draft ?? undefined)
  return {
    findDraft: async (id) => {
      await drafts.idle(id)
      book.blank.add(id)
      const draft = await draftNow(id)
      if (draft) book.blank.delete(id)
      return draft
    },
    findDraftToShow: async (id) => {
      await drafts.idle(id)
      return draftNow(id)
    },
    saveDraft: (draft) => drafts.save(draft.id, draft),
    discardDraft: (draft) => drafts.end(draft.id, () => attempt(book, async () => {
      const photos = await discardDraft(book, draft.id)
      return async () => {
        const back = await attempt(book, () => putPhotosBack(book, photos))
        return back.ok ? drafts.save(draft.id, draft) : back
      }
    })),
    leaveDraft: (draft) => drafts.end(draft.id, () => attempt(book, async () => {
      const isAsGiven = (await readView(book, draft.id)).draft?.savedAt === draft.savedAt
      if (isAsGiven) await discardDraft(book, draft.id)
      return isAsGiven
    })),
    submit: (input) => drafts.end(input.id, () => attempt(book, () => submitForm(book, input))),
    review: (inputs) => reviewAll(book, inputs, async (input) => {
      const work = () => attempt(book, () => queueReview(book, input))
      if (input.type === 'accept') return notes.end(input.record, work)
      // What is typed from here on is not in the decision, and stays.
      await notes.idle(input.record)
      return work()
    }),
    saveNotes: (record, change) => notes.save(record, change),
    findNotes: async (record) => {
      await notes.idle(record)
      // Where they are shown nothing else is laid down any more: what is typed there would go over it.
      book.blank.add(notesId(record))
      return insist(book, async () => (await notesPart()).readNotes(book, record))
    },
    notedRecords: async () => {
      await notes.allIdle()
      return insist(book, () => notedRecords(book.db))
    },
    settled: async () => {
      await drafts.allIdle()
      await notes.allIdle()
    },
    setAside: (device, counter) => attempt(book, () => setAside(book, device, counter)),
    saveHolder: (holder) => attempt(book, async () => {
      await book.db.state.put(await sealState(book, stateKeys.holder, holder))
      book.holder = holder
      book.changed({ state: true })
      return null
    }),
  }
}

/** One after the other until one fails; what was kept is shown in any case. */
async function reviewAll(book: OpenBook, inputs: readonly ReviewInput[], review: (input: ReviewInput) => Promise<Result<Operation | null, StorageFailure>>): ReturnType<Ledger['review']> {
  const made: Operation[] = []
  const gone: string[] = []
  let last: Result<unknown, StorageFailure> = ok(null)
  for (const input of inputs) {
    const kept = await review(input)
    last = kept
    if (!kept.ok) break
    if (kept.value) made.push(kept.value)
    else gone.push(input.record)
  }
  const shown = await attempt(book, () => showReviews(book, made.map(({ record }) => record)))
  const trouble = [last, shown].find((each) => !each.ok)
  return trouble && !trouble.ok ? fail({ done: made.length, failure: trouble.error }) : ok({ made, gone })
}

function localRecordOf({ server, operations }: RecordView): LocalRecord | undefined {
  const submits = operations.flatMap(({ operation }) => (operation.type === 'submit' ? [operation] : []))
  const head = server ?? submits[0]?.head
  const form = submits.at(-1)?.form ?? server?.form
  if (!head || !form) return undefined
  return { server, head: headOf(head), form, ...lastSaid(server, operations), holds: openHolds(server, operations), pending: operations.filter(isPending).map((local) => pendingOf(local)) }
}

const headOf = ({ kind, hamlet, household, person }: RecordHead): RecordHead => ({ kind, hamlet, household, person })

/** Acknowledged operations are done; they are kept only until a pull shows them. */
const isPending = (local: StoredOperation): boolean => local.row.state !== 'acknowledged'

function pendingOf({ row, operation, queuedAt, outcome, receipt }: StoredOperation, bytes?: number): PendingOperation {
  const trouble = outcome?.kind === 'held' || outcome?.kind === 'refused' ? outcome : null
  return { commune: row.commune, device: row.device, operation, queuedAt, trouble, ...(receipt !== undefined && { receipt }), ...(bytes !== undefined && { bytes }) }
}

async function allPending(book: OpenBook): Promise<readonly PendingOperation[]> {
  const rows = (await book.db.outbox.toArray()).sort(byAge)
  const opened = await openOutboxRows(book, rows)
  const sealed = await book.db.sealed.bulkGet(opened.map(({ row }) => keyOf(row)))
  // Base64 carries three bytes in four letters.
  return opened.map((local, at) => [local, sealed[at] && (sealed[at].sealed.length * 3) / 4] as const).filter(([local]) => isPending(local)).map(([local, bytes]) => pendingOf(local, bytes))
}

async function discardDraft(book: OpenBook, id: string): Promise<DroppedPhotos> {
  const { db, blank } = book
  // Taking it back writes it again: nothing is to lie there by then.
  blank.add(id)
  await db.transaction('rw', db.drafts, db.sealedDrafts, db.devices, () => endDraft(book, id))
  const photos = await dropUnnamedPhotos(book, id)
  await refreshLocal(book, [id])
  book.changed({ ids: [id] })
  return photos
}

/** Only what the server did not apply may be set aside; what still waits goes its way. */
async function setAside(book: OpenBook, device: string, counter: number): Promise<null> {
  const { db } = book
  const ids = await db.transaction('rw', db.outbox, async () => {
    const row = await db.outbox.get([device, counter])
    if (row?.state !== 'held' && row?.state !== 'refused') return []
    await db.outbox.delete([device, counter])
    return [row.record]
  })
  await refreshLocal(book, ids)
  book.changed({ ids })
  return null
}

async function storageStatus(): Promise<StorageStatus> {
  const manager = (globalThis.navigator as Navigator | undefined)?.storage as StorageManager | undefined
  const [persisted, estimate] = await Promise.all([manager?.persisted?.().catch(() => null), manager?.estimate?.().catch(() => null)])
  return { persisted: persisted ?? null, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null }
}
