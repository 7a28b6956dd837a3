import { fail, ok } from '../../domain/result'
import { stateKeys } from '../disk/places'
import { sealState } from '../disk/stateRows'
import type { Draft, Ledger } from '../ledger'
import { endDraft } from './drafts/draftSealing'
import { endedDraft, insistShownHere, isKnownAs, isShownHere, showsDraft, unlessChanged } from './drafts/editedDrafts'
import { restoreDraft, writeDraft } from './drafts/writeDraft'
import { LatestWriter } from './latestWriter'
import { noteWritesOf, type NoteWrites } from './noteWrites'
import { attempt, insist, type OpenBook } from './openBook'
import { dropUnnamedPhotos, putPhotosBack, type DroppedPhotos } from './photos/photos'
import { submitForm } from './queue/submitForm'
import { readView, refreshLocal } from './recordView'

type DraftWrites = Pick<Ledger, 'findDraft' | 'findDraftToShow' | 'isDraftShown' | 'saveDraft' | 'discardDraft' | 'leaveDraft' | 'submit'>

/** The part of the ledger that writes what people type. Reads wait until pending writes are done. */
export function writesOf(book: OpenBook): DraftWrites & NoteWrites & Pick<Ledger, 'settled' | 'setAside' | 'saveHolder'> {
  const drafts = new LatestWriter<Draft>({ book, write: (_, draft) => writeDraft(book, draft) })
  const { settled, ...notes } = noteWritesOf(book)
  return {
    ...draftWrites(book, drafts),
    ...notes,
    settled: async () => {
      await drafts.allIdle()
      await settled()
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
      return attempt(book, () => isShownHere(book, id))
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
