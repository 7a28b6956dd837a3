import { fail, ok, type Result } from '../../domain/result'
import type { Operation } from '../../domain/records/operation'
import { notedRecords, notesId } from '../disk/stateRows'
import type { Ledger, ReviewInput, StorageFailure, UnsentNotes } from '../ledger'
import { partGone } from '../storageFailure'
import { notesIn } from './drafts/notesIn'
import { LatestWriter } from './latestWriter'
import { attempt, insist, type OpenBook } from './openBook'
import { queueReview, showReviews } from './queue/queueReview'

/** Loaded on demand: nobody writes notes before a book is open. */
const notesPart = () => import('./drafts/unsentNotes').catch(partGone)

export type NoteWrites = Pick<Ledger, 'saveNotes' | 'findNotes' | 'notedRecords' | 'review'>

/** Notes on a record outside its form, and the decision that ends them. `settled`: writes what the disk did not take, and waits for all writes. */
export function noteWritesOf(book: OpenBook): NoteWrites & { readonly settled: () => Promise<void> } {
  const { unwritten } = book
  const notes = new LatestWriter<UnsentNotes>({
    book, join: (earlier, later) => ({ ...earlier, ...later }),
    write: async (record, change) => {
      const all = { ...unwritten.get(record), ...change }
      if (Object.keys(all).length === 0) return change
      unwritten.set(record, all)
      await (await notesPart()).writeNotes(book, record, all)
      unwritten.delete(record)
      return change
    },
  })
  const carriedBy = (operation: Operation | null): void => {
    if (operation?.type === 'accept') unwritten.delete(operation.record)
    else if (operation) endCarried(unwritten, operation)
  }
  return {
    saveNotes: (record, change) => notes.save(record, change),
    findNotes: async (record) => {
      await notes.idle(record)
      // The notes are now shown for editing, so rescued notes must not be restored: typing would overwrite them.
      book.blank.add(notesId(record))
      const read = await insist(book, async () => (await notesPart()).readNotes(book, record))
      return withoutBlank({ ...read, ...unwritten.get(record) })
    },
    notedRecords: async () => {
      await notes.allIdle()
      const here = [...unwritten].filter(([, texts]) => Object.keys(withoutBlank(texts)).length > 0).map(([record]) => record)
      return new Set([...(await insist(book, () => notedRecords(book.db))), ...here])
    },
    // What is typed in the meantime is not part of the decision, and is written after it. So a retry cannot write what the decision just carried.
    review: (inputs) => reviewAll(book, inputs, (input) => notes.end(input.record, async () => {
      const queued = await attempt(book, () => queueReview(book, input))
      if (queued.ok) carriedBy(queued.value)
      return queued
    })),
    settled: async () => {
      await notes.allIdle()
      await Promise.all([...unwritten.keys()].map((record) => notes.save(record, {})))
    },
  }
}

const withoutBlank = (notes: UnsentNotes): UnsentNotes => Object.fromEntries(Object.entries(notes).filter(([, text]) => text.trim() !== ''))

/** What the decision carries is sent with it. A note that has changed since then stays. */
function endCarried(unwritten: Map<string, UnsentNotes>, operation: Operation): void {
  const { record } = operation
  const carried = notesIn(operation) ?? {}
  const left = Object.entries(unwritten.get(record) ?? {}).filter(([field, text]) => text.trim() !== carried[field])
  if (left.length > 0) unwritten.set(record, Object.fromEntries(left))
  else unwritten.delete(record)
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
