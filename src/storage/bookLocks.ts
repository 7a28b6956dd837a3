/** Keeps a book that is open, in whatever tab, from being erased under the hands of whoever is writing in it. */
export interface BookLocks {
  /** Waits while the book is being erased. @returns what lets go of it; may be called again */
  hold(userId: string): Promise<() => void>
  /** Runs `work` while no tab has the book open; `null` = one has, or nobody can tell: then it was not run. */
  ifClosed<T>(userId: string, work: () => Promise<T>): Promise<T | null>
}
