import type { RescuedPort } from '../../ports/rescuedPort'
import { partGone } from '../../storageFailure'
import { insist, type OpenBook } from '../openBook'

/** Restores rescued drafts. Not needed to open a book: loaded when the server has one. */
export function rescuedPort(book: OpenBook): RescuedPort {
  return {
    standing: (rescued) => insist(book, async () => (await import('./standingOf').catch(partGone)).standingOf(book, rescued)),
    take: (rescued, draft) => insist(book, async () => (await import('./layDown').catch(partGone)).layDown(book, rescued, draft)),
  }
}
