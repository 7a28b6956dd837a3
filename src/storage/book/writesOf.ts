import type { Operation } from '../../domain/records/operation'
import { fail, ok, type Result } from '../../domain/result'
import { stateKeys } from '../disk/places'
import { notedRecords, notesId, sealState } from '../disk/stateRows'
import type { Draft, Ledger, ReviewInput, StorageFailure, UnsentNotes } from '../ledger'
import { partGone } from '../storageFailure'
import { endDraft } from './drafts/draftSealing'
import { endedDraft, insistShownHere, isKnownAs, isShownHere, showsDraft, unlessChanged } from './drafts/editedDrafts'
import { restoreDraft, writeDraft } from './drafts/writeDraft'
import { LatestWriter } from './latestWriter'
import { attempt, insist, type OpenBook } from './openBook'
import { dropUnnamedPhotos, putPhotosBack, type DroppedPhotos } from './photos/photos'
import { queueReview, showReviews } from './queue/queueReview'
import { submitForm } from './queue/submitForm'
import { readView, refreshLocal } from './recordView'

/** Loaded on demand: nobody writes notes before a book is open. */
const notesPart = () => import('./drafts/unsentNotes').catch(partGone)

type DraftWrites = Pick<Ledger, 'findDraft' | 'findDraftToShow' | 'isDraftShown' | 'saveDraft' | 'discardDraft' | 'leaveDraft' | 'submit'>
type NoteWrites = Pick<Ledger, 'saveNotes' | 'findNotes' | 'notedRecords' | 'review'>

/** The part of the ledger that writes what people type. Reads wait until pending writes are done. */
export function writesOf(book: OpenBook): DraftWrites & NoteWrites & Pick<Ledger, 'settled' | 'setAside' | 'saveHolder'> {
  const drafts = new LatestWriter<Draft>({ book, write: (_, draft) => writeDraft(book, draft) })
  const notes = new LatestWriter<UnsentNotes>({ book, write: async (record, change) => (await notesPart()).writeNotes(book, record, change), join: (earlier, later) => ({ ...earlier, ...later }) })
  return {
    ...draftWrites(book, drafts),
    ...noteWrites(book, notes),
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

const changed = fail({ kind: 'changedElsewhere' } as const)

/** Drafts: editing, sending and discarding a form. */
function draftWrites(book: OpenBook, drafts: LatestWriter<Draft>): DraftWrites {
  const viewNow = (id: string) => insist(book, () => readView(book, id))
  return {
    findDraft: async (id) => {
      await drafts.idle(id)
      book.blank.add(id)
      const view = await viewNow(id)
      showsDraft(book, view)
      if (view.draft) book.blank.delete(id)
      return view.draft ?? undefined
    },
    findDraftToShow: async (id) => {
      await drafts.idle(id)
      return (await viewNow(id)).draft ?? undefined
    },
    isDraftShown: async (id) => {
      await drafts.idle(id)
      return insist(book, () => isShownHere(book, id))
    },
    saveDraft: (draft) => drafts.save(draft.id, draft),
    discardDraft: (draft) => unlessChanged(drafts.endForGood(draft.id, () => attempt(book, async () => {
      const photos = await discardDraft(book, draft)
      return () => drafts.end(draft.id, () => attempt(book, async () => {
        await putPhotosBack(book, photos)
        return restoreDraft(book, draft)
      }))
    })), changed),
    leaveDraft: (draft) => unlessChanged(drafts.end(draft.id, () => attempt(book, async () => {
      const isAsGiven = isKnownAs(book, draft)
      if (isAsGiven) await discardDraft(book, draft)
      return isAsGiven
    })), ok(false)),
    submit: (input) => unlessChanged(drafts.end(input.id, () => attempt(book, () => submitForm(book, input))), changed),
  }
}

/** Notes on a record outside its form, and the decision that ends them. */
function noteWrites(book: OpenBook, notes: LatestWriter<UnsentNotes>): NoteWrites {
  return {
    saveNotes: (record, change) => notes.save(record, change),
    findNotes: async (record) => {
      await notes.idle(record)
      // The notes are now shown for editing, so rescued notes must not be restored: typing would overwrite them.
      book.blank.add(notesId(record))
      return insist(book, async () => (await notesPart()).readNotes(book, record))
    },
    notedRecords: async () => {
      await notes.allIdle()
      return insist(book, () => notedRecords(book.db))
    },
    review: (inputs) => reviewAll(book, inputs, async (input) => {
      const work = () => attempt(book, () => queueReview(book, input))
      if (input.type === 'accept') return notes.end(input.record, work)
      // Anything typed from now on is not part of the decision, and stays.
      await notes.idle(input.record)
      return work()
    }),
  }
}

/** Queues one after the other until one fails. The screens are told of those that were queued in any case. */
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

async function discardDraft(book: OpenBook, draft: Draft): Promise<DroppedPhotos> {
  const { db, blank } = book
  const { id } = draft
  // Taking back the discard writes the draft again: until then no rescued draft may be restored in its place.
  blank.add(id)
  await db.transaction('rw', db.drafts, db.sealedDrafts, db.devices, async () => {
    await insistShownHere(book, id)
    await endDraft(book, id)
  })
  endedDraft(book, draft)
  const photos = await dropUnnamedPhotos(book, id)
  await refreshLocal(book, [id])
  book.changed({ ids: [id] })
  return photos
}

/** Deletes an operation the server held or refused. A waiting one is left alone. */
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
