import type { SpoiltPort } from '../../ports/spoiltPort'
import { partGone } from '../../storageFailure'
import { attempt, insist, type OpenBook } from '../openBook'

/** Loaded on demand: only one page looks for spoilt data. */
export function spoiltPort(book: OpenBook): SpoiltPort {
  const part = () => import('./spoiltPieces').catch(partGone)
  return {
    list: () => insist(book, async () => (await part()).findSpoilt(book)),
    letGo: (piece) => attempt(book, async () => (await part()).letGoSpoilt(book, piece)),
  }
}
