import { bookLocks } from './browser/locks/bookLocks'
import { newId } from './browser/newId'
import { vietnamMonth } from './domain/time'
import type { HttpDeps } from './remote/http'
import { postDrafts, postEnvelopes, postPhoto, postStanding, type OpenPostDeps } from './remote/openPost'
import { openCarriedQueue } from './storage/queues/carriedQueue'
import { openClosedUse, type DataUse } from './storage/closedUse'
import type { IndexedDbPort } from './storage/disk/databaseOptions'
import { openOwnDevices } from './storage/ownDevices'
import { openSealedDrafts, type SealedDraftQueue } from './storage/queues/sealedDraftQueue'
import { openSealedPhotos, type SealedPhotoQueue } from './storage/queues/sealedPhotoQueue'
import { openSealedQueue, type SealedQueue } from './storage/queues/sealedQueue'
import { handInDrafts, handInSealed } from './sync/handIn'
import { handInPhotos } from './sync/handInPhotos'
import { isRevoked, meetServer, type StandingDeps } from './sync/standing'

/*
 * What a closed book does without its key, put together for the page and the service worker alike. The page fetches it when it is first
 * needed: signing in needs none of it.
 */

export interface ClosedBook {
  /**
   * Sends the sealed queue of this device, and the sealed drafts and photos nobody goes on with here; photos over any line where somebody
   * asked for it. @returns how many still wait, without photos that wait for another line
   */
  handInOwn(by?: 'asked'): Promise<number>
  /** The same of the envelopes and drafts it carries for others. */
  handInCarried(): Promise<number>
  meetServer(): Promise<void>
  isRevoked(userId: string): Promise<boolean>
  /** What all of this cost since the first of the month. */
  used(): Promise<DataUse>
}

/**
 * @param now epoch ms
 * @param mayGo whether photos of an account may go over the line as it is
 */
export function closedBook(http: HttpDeps, now: () => number, mayGo: (userId: string) => boolean, port?: IndexedDbPort): ClosedBook {
  const use = openClosedUse(port)
  const line: OpenPostDeps = { ...http, onBytes: (bytes) => use.add(vietnamMonth(now()), bytes) }
  const send = (queue: SealedQueue): Promise<number> => handInSealed({ queue, post: (request) => postEnvelopes(line, request), newId })
  const sendDrafts = (queue: SealedDraftQueue): Promise<number> => handInDrafts(queue, (request) => postDrafts(line, request))
  const sendPhotos = (queue: SealedPhotoQueue): Promise<number> => handInPhotos(queue, (request) => postPhoto(line, request))
  const handInOwn = async (by?: 'asked'): Promise<number> => {
    const text = (await send(openSealedQueue(port))) + (await sendDrafts(openSealedDrafts(port)))
    return text + (await sendPhotos(openSealedPhotos((userId) => by === 'asked' || mayGo(userId), port)))
  }
  const own = openOwnDevices({ locks: bookLocks, ...(port && { port }) })
  const standing: StandingDeps = { own, ask: (request) => postStanding(line, request), handIn: () => handInOwn() }
  return {
    handInOwn,
    handInCarried: async () => {
      const carried = openCarriedQueue(port)
      return (await send(carried)) + (await sendDrafts(carried.ofDrafts))
    },
    meetServer: () => meetServer(standing),
    isRevoked: (userId) => isRevoked(standing, userId),
    used: () => use.of(vietnamMonth(now())),
  }
}
