import type { SpoiltPort } from '../../ports/spoiltPort'
import { partGone } from '../../storageFailure'
import { attempt, insist, type OpenBook } from '../openBook'

/** Looked for on one page only: fetched then. */
export function spoiltPort(book: OpenBook): SpoiltPort {
  const part = () => import('./spoiltPieces').catch(partGone)
  return {
    list: () => insist(book, async () => (await part()).findSpoilt(book)),
    letGo: (piece) => attempt(book, async () => (await part()).letGoSpoilt(book, piece)),
  }
}
