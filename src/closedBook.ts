import { bookLocks } from './browser/bookLocks'
import { newId } from './browser/newId'
import type { HttpDeps } from './remote/http'
import { postEnvelopes, postStanding } from './remote/openPost'
import { openCarriedQueue } from './storage/carriedQueue'
import type { SealedQueue } from './storage/ledger'
import { openOwnDevices } from './storage/ownDevices'
import { openSealedQueue } from './storage/sealedQueue'
import { handInSealed } from './sync/handIn'
import { isRevoked, meetServer, type StandingDeps } from './sync/standing'

/*
 * What a closed book does without its key, put together for the page and the service worker alike. The page fetches it when it is first
 * needed: signing in needs none of it.
 */

export interface ClosedBook {
  /** Sends the sealed queue of this device. @returns how many envelopes still wait */
  handInOwn(): Promise<number>
  /** The same of what it carries for others. */
  handInCarried(): Promise<number>
  meetServer(): Promise<void>
  isRevoked(userId: string): Promise<boolean>
}

export function closedBook(http: HttpDeps): ClosedBook {
  const send = (queue: SealedQueue): Promise<number> => handInSealed({ queue, post: (request) => postEnvelopes(http, request), newId })
  const handInOwn = (): Promise<number> => send(openSealedQueue())
  const standing: StandingDeps = { own: openOwnDevices({ locks: bookLocks }), ask: (request) => postStanding(http, request), handIn: handInOwn }
  return {
    handInOwn,
    handInCarried: () => send(openCarriedQueue()),
    meetServer: () => meetServer(standing),
    isRevoked: (userId) => isRevoked(standing, userId),
  }
}
