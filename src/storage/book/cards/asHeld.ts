import { mayShrink, shrinkBefore, shrinkRecord, type HeldRecord } from '../../../domain/records/shrink'
import type { RegisterRecord } from '../../../domain/records/record'
import type { PlainDate } from '../../../domain/time'
import type { OpenBook } from '../openBook'

/** The records of a page as they are stored: forms accepted long ago are shrunk. */
export function asHeld(book: OpenBook, commune: string, records: readonly RegisterRecord[]): readonly HeldRecord[] {
  const shrinking = shrinkingOf(book, commune)
  if (!shrinking) return records
  return records.map((record) => (isFree(book, record.id) && mayShrink(record, shrinking.before) ? shrinkRecord(record, shrinking.isAskedAgain) : record))
}

export interface Shrinking {
  readonly before: PlainDate
  readonly isAskedAgain: boolean
}

/** `null` = forms are not shrunk in this commune. */
export function shrinkingOf(book: OpenBook, commune: string): Shrinking | null {
  const { shrinkDays = 0, surveys = [] } = book.contexts.get(commune)?.settings ?? {}
  return shrinkDays > 0 ? { before: shrinkBefore(book.now(), shrinkDays), isAskedAgain: surveys.length > 0 } : null
}

/** No draft or operation of this device is on the record, and nobody has opened it whole. */
export const isFree = (book: OpenBook, id: string): boolean => !book.cards.isLocal(id) && !book.wholes.has(id)
