import type { Operation } from '../../../domain/records/operation'
import type { ReviewInput } from '../../ledger'
import { enrolmentOf, type OpenBook } from '../openBook'
import { queueOperation } from './queueOperation'
import { readView, refreshLocal } from '../recordView'
import { untilWritten } from '../../disk/untilWritten'

/**
 * Queues a supervisor's decision, or a choice between two values, on the version that was shown. No screen hears of it before
 * `showReviews`.
 * @returns `null` for a record that is not here, or not any more: there is nothing to decide about
 */
export function queueReview(book: OpenBook, input: ReviewInput): Promise<Operation | null> {
  return untilWritten(() => reviewOnce(book, input))
}

/** What was decided shows in the lists: of many forms once, because each time the screens go through every card. */
export async function showReviews(book: OpenBook, ids: readonly string[]): Promise<void> {
  await refreshLocal(book, ids)
  book.changed({ ids })
}

async function reviewOnce(book: OpenBook, input: ReviewInput): Promise<Operation | null | undefined> {
  const view = await readView(book, input.record)
  // What was shown may have been spoilt on the disk since: the decision is on what was shown.
  const { record } = view.rows
  if (!record) return null
  const enrolment = enrolmentOf(book, input.commune)
  const last = (await book.db.counters.get(enrolment.device))?.last ?? 0
  const common = { counter: last + 1, record: input.record, base: input.base, at: new Date(book.now()).toISOString() }
  const operation = operationOf(input, common)
  return (await queueOperation(book, { enrolment, view, hamlet: record.hamlet, operation, last, replaced: undefined })) ? operation : undefined
}

function operationOf(input: ReviewInput, common: Pick<Operation, 'counter' | 'record' | 'base' | 'at'>): Operation {
  switch (input.type) {
    case 'accept':
      return { type: 'accept', ...common }
    case 'return':
      return { type: 'return', ...common, notes: input.notes.map((note) => ({ ...note })) }
    case 'resolve':
      return { type: 'resolve', ...common, choices: input.choices.map((choice) => ({ ...choice })) }
    case 'move': {
      const { hamlet, household, person, same, reply } = input
      return { type: 'move', ...common, hamlet, household, person, ...(same !== undefined && { same }), ...(reply !== undefined && { reply }) }
    }
    default:
      return input satisfies never
  }
}
