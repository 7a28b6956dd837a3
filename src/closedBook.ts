import { bookLocks } from './browser/locks/bookLocks'
import { newId } from './browser/newId'
import { vietnamMonth } from './domain/time'
import { fail, ok, type Result } from './domain/result'
import type { HttpDeps } from './remote/http'
import { postDrafts, postEnvelopes, postPhoto, postStanding, type OpenPostDeps } from './remote/openPost'
import { failureOf } from './remote/transportFailure'
import { openCarriedQueue } from './storage/queues/carriedQueue'
import { openClosedUse, type DataUse } from './storage/closedUse'
import type { IndexedDbPort } from './storage/disk/databaseOptions'
import { openOwnDevices } from './storage/ownDevices'
import { openSealedDrafts, type SealedDraftQueue } from './storage/queues/sealedDraftQueue'
import { openSealedPhotos, type SealedPhotoQueue } from './storage/queues/sealedPhotoQueue'
import { openSealedQueue, type SealedQueue } from './storage/queues/sealedQueue'
import type { SyncTrouble } from './sync/control'
import { handInDrafts, handInSealed, type HandedIn } from './sync/handIn'
import { handInPhotos } from './sync/handInPhotos'
import { isRevoked, meetServer, type StandingDeps } from './sync/standing'

/*
 * Everything a closed book does without its key, for both the page and the service worker. The page loads it when it is first needed: signing in does not
 * need it.
 */

export interface ClosedBook {
  /**
   * Sends the sealed queue of this device and the sealed drafts and photos that nobody continues here, then what it carries for others, and stops at the
   * first part that could not be tried. `asked`: photos go over any line. `left` does not count photos that wait for another line.
   */
  handIn(by?: 'asked'): Promise<HandedIn>
  /** Sends only the sealed queue of this device, from within a run of an open book. Fails if the line or a busy server kept it from being tried. */
  handInForms(): Promise<Result<null, SyncTrouble>>
  /** Sends the envelopes and drafts carried for others. @returns how many still wait */
  handInCarried(): Promise<number>
  meetServer(): Promise<void>
  isRevoked(userId: string): Promise<boolean>
  /** Bytes sent and received this way since the first of the month. */
  used(): Promise<DataUse>
}

/**
 * @param now epoch ms
 * @param mayGo whether photos of an account may be sent over the present line
 */
export function closedBook(http: HttpDeps, now: () => number, mayGo: (userId: string) => boolean, port?: IndexedDbPort): ClosedBook {
  const use = openClosedUse(port)
  const line: OpenPostDeps = { ...http, onBytes: (bytes) => use.add(vietnamMonth(now()), bytes) }
  const send = (queue: SealedQueue) => handInSealed({ queue, post: (request) => postEnvelopes(line, request), newId })
  const sendDrafts = (queue: SealedDraftQueue) => handInDrafts(queue, (request) => postDrafts(line, request))
  const sendPhotos = (queue: SealedPhotoQueue) => handInPhotos(queue, (request) => postPhoto(line, request))
  const carried = openCarriedQueue(port)
  const ofOthers: readonly Work[] = [() => send(carried), () => sendDrafts(carried.ofDrafts)]
  const own = (by?: 'asked'): readonly Work[] => [
    () => send(openSealedQueue(port)),
    () => sendDrafts(openSealedDrafts(port)),
    () => sendPhotos(openSealedPhotos((userId) => by === 'asked' || mayGo(userId), port)),
  ]
  const devices = openOwnDevices({ locks: bookLocks, ...(port && { port }) })
  const standing: StandingDeps = { own: devices, ask: (request) => postStanding(line, request), handIn: () => inTurn(own()) }
  return {
    handIn: (by) => inTurn([...own(by), ...ofOthers]),
    handInForms: async () => {
      const { stopped } = await send(openSealedQueue(port))
      const failure = stopped && failureOf(stopped)
      return failure?.kind === 'offline' || failure?.kind === 'busy' ? fail(failure) : ok(null)
    },
    handInCarried: async () => (await inTurn(ofOthers)).left,
    meetServer: () => meetServer(standing),
    isRevoked: (userId) => isRevoked(standing, userId),
    used: () => use.of(vietnamMonth(now())),
  }
}

type Work = () => Promise<HandedIn>

/**
 * Runs the parts one after the other. If one was stopped, those behind it would be stopped too, so they are not started, and what waits in them is not
 * counted.
 */
async function inTurn(works: readonly Work[]): Promise<HandedIn> {
  let left = 0
  for (const work of works) {
    const done = await work()
    left += done.left
    if (done.stopped) return { left, stopped: done.stopped }
  }
  return { left, stopped: null }
}
