import type { Result } from '../domain/result'
import { PHOTO_PART } from '../protocol/sealing/photoSeal'
import { MOST_PHOTO_PARTS, type SealedPhotoHead, type SealedPhotoRequest, type SealedPhotoResponse } from '../protocol/sealing/sealedPhotos'
import { aboutTheBatch, type HandedIn, type HandInFailure } from './handIn'
import { MOST_RESTARTS } from './sendPhotos'

export interface PhotoHandIn {
  photos(): Promise<readonly SealedPhotoHead[]>
  parts(photo: SealedPhotoHead, at: number, most: number): Promise<readonly string[]>
  dropReceived(photo: SealedPhotoHead): Promise<void>
}

type Post = (request: SealedPhotoRequest) => Promise<Result<SealedPhotoResponse, HandInFailure>>

/**
 * Sends the sealed photos that nobody continues on this device, one after the other (S44). Each continues where the server says it stands, with as many
 * parts per request as the line takes. Only photos the server has whole are dropped. A fault of one photo does not stop the others; a fault of the line
 * ends the run. Safe to repeat and to stop anywhere.
 *
 * @returns `left` counts only photos that may be handed in
 */
export async function handInPhotos(queue: PhotoHandIn, post: Post): Promise<HandedIn> {
  const line = { parts: 1 }
  const photos = await queue.photos()
  let passedOver = 0
  for (const [at, photo] of photos.entries()) {
    const end = await sendOne(queue, post, photo, line)
    if (end === 'passedOver') passedOver += 1
    else if (end !== 'received') return { left: passedOver + photos.length - at, stopped: end }
  }
  return { left: passedOver, stopped: null }
}

async function sendOne(queue: PhotoHandIn, post: Post, photo: SealedPhotoHead, line: { parts: number }): Promise<'received' | 'passedOver' | HandInFailure> {
  let answer = await post({ ...photo, at: 0, parts: [] })
  for (let restarts = 0; restarts <= MOST_RESTARTS;) {
    if (!answer.ok) return aboutTheBatch.includes(answer.error.error) ? 'passedOver' : answer.error
    const { result, received, isWhole } = answer.value
    if (result !== 'received') return 'passedOver'
    if (isWhole) {
      await queue.dropReceived(photo)
      return 'received'
    }
    const at = received - (received % PHOTO_PART)
    const parts = await queue.parts(photo, at, line.parts)
    if (parts.length === 0) return 'passedOver'
    answer = await post({ ...photo, at, parts: [...parts] })
    if (!answer.ok && answer.error.error === 'offline' && parts.length > 1) {
      // Halve it at once: a weak line must carry it too.
      line.parts = Math.ceil(line.parts / 2)
      answer = await post({ ...photo, at: 0, parts: [] })
      continue
    }
    line.parts = Math.min(MOST_PHOTO_PARTS, line.parts * 2)
    if (answer.ok && !answer.value.isWhole && answer.value.received <= received) restarts += 1
  }
  return 'passedOver'
}
