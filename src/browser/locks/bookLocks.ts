import { holdShared } from './sharedLock'

const nameOf = (userId: string): string => `sothon-book:${userId}`

/** Which books are open, across all tabs and the service worker (Web Locks). Implements `BookLocks` of `storage`. */
export const bookLocks = {
  /** Marks the book as open until the returned function is called. If the lock is refused, the book opens all the same. */
  hold: (userId: string): Promise<() => void> => holdShared(nameOf(userId)),
  /** Whether only this tab has the book open. Without Web Locks the answer is yes: otherwise work that waits for this would never be done. */
  async isAlone(userId: string): Promise<boolean> {
    const { held = [] } = (await navigator.locks?.query()) ?? {}
    return held.filter(({ name }) => name === nameOf(userId)).length < 2
  },
  /** Runs the work if nobody has the book open. `null` = it is open, or (without Web Locks) must be assumed to be. */
  async ifClosed<T>(userId: string, work: () => Promise<T>): Promise<T | null> {
    return navigator.locks ? navigator.locks.request(nameOf(userId), { ifAvailable: true }, (lock) => (lock ? work() : null)) : null
  },
}
