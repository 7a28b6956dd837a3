import { holdShared } from './sharedLock'

const nameOf = (userId: string): string => `sothon-book:${userId}`

/** Who has a book open, over all tabs and the service worker (Web Locks); `storage` has it as `BookLocks`. */
export const bookLocks = {
  /** Refused, the book opens all the same. */
  hold: (userId: string): Promise<() => void> => holdShared(nameOf(userId)),
  /** Whether this tab alone has it open. Without Web Locks nobody can tell: it is taken for alone, or nothing would ever come that waits for this. */
  async isAlone(userId: string): Promise<boolean> {
    const { held = [] } = (await navigator.locks?.query()) ?? {}
    return held.filter(({ name }) => name === nameOf(userId)).length < 2
  },
  /** Without Web Locks nobody can tell: the book is taken for open. */
  async ifClosed<T>(userId: string, work: () => Promise<T>): Promise<T | null> {
    return navigator.locks ? navigator.locks.request(nameOf(userId), { ifAvailable: true }, (lock) => (lock ? work() : null)) : null
  },
}
