import type { RescuedPort } from '../../ports/rescuedPort'
import { partGone } from '../../storageFailure'
import { insist, type OpenBook } from '../openBook'

/** Rescued drafts on their way into this book. A book that opens needs none of it: fetched when the server has one. */
export function rescuedPort(book: OpenBook): RescuedPort {
  return {
    standing: (rescued) => insist(book, async () => (await import('./standingOf').catch(partGone)).standingOf(book, rescued)),
    take: (rescued, draft) => insist(book, async () => (await import('./layDown').catch(partGone)).layDown(book, rescued, draft)),
  }
}
