import type { Operation } from '../../../domain/records/operation'
import type { ReviewInput } from '../../ledger'
import { enrolmentOf, type OpenBook } from '../openBook'
import { queueOperation } from './queueOperation'
import { readView, refreshLocal } from '../recordView'
import { untilWritten } from '../../disk/untilWritten'

/**
 * Queues a supervisor's decision, or a choice between two values, on the version that was shown. Screens are not told before `showReviews`.
 * @returns `null` if the record is not here, or no longer: there is nothing to decide about
 */
export function queueReview(book: OpenBook, input: ReviewInput): Promise<Operation | null> {
  return untilWritten(() => reviewOnce(book, input))
}

/** Shows decisions in the lists: once for many forms, because screens go through all cards each time. */
export async function showReviews(book: OpenBook, ids: readonly string[]): Promise<void> {
  await refreshLocal(book, ids)
  book.changed({ ids })
}

async function reviewOnce(book: OpenBook, input: ReviewInput): Promise<Operation | null | undefined> {
  const view = await readView(book, input.record)
  // Only the row is needed: the content may have been spoilt on disk since it was shown, but the decision is on what was shown.
  const { record } = view.rows
  if (!record) return null
  const enrolment = enrolmentOf(book, input.commune)
  const last = (await book.db.counters.get(enrolment.device))?.last ?? 0
  const common = { counter: last + 1, record: input.record, base: input.base, at: new Date(book.now()).toISOString() }
  const operation = operationOf(input, common)
  return (await queueOperation(book, { enrolment, view, hamlet: record.hamlet, operation, last, replaced: undefined, isSettled: (local) => isSameWork(local.operation, operation) })) ? operation : undefined
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

/** Whether `b` is of the same kind as `a`: a refused decision is settled by the next one of its kind on the record, which replaces it. */
function isSameWork(a: Operation, b: Operation): boolean {
  const kind = ({ type }: Operation) => (type === 'accept' || type === 'return' ? 'review' : type)
  return kind(a) === kind(b)
}
