const nameOf = (userId: string): string => `sothon-book:${userId}`

/** Who has a book open, over all tabs and the service worker (Web Locks); `storage` has it as `BookLocks`. */
export const bookLocks = {
  async hold(userId: string): Promise<() => void> {
    if (!navigator.locks) return () => {}
    let letGo = (): void => {}
    const closed = new Promise<void>((done) => {
      letGo = done
    })
    await new Promise<void>((held) => {
      const hold = (): Promise<void> => {
        held()
        return closed
      }
      // Refused, e.g. to a page that is being left: the book opens all the same.
      navigator.locks.request(nameOf(userId), { mode: 'shared' }, hold).catch(held)
    })
    return letGo
  },
  /** Without Web Locks nobody can tell: the book is taken for open. */
  async ifClosed<T>(userId: string, work: () => Promise<T>): Promise<T | null> {
    return navigator.locks ? navigator.locks.request(nameOf(userId), { ifAvailable: true }, (lock) => (lock ? work() : null)) : null
  },
}
