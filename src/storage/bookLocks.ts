/** Keeps a book that is open in any tab from being erased while somebody writes in it. */
export interface BookLocks {
  /** Holds the book; waits while it is being erased. @returns the function that releases it; may be called twice */
  hold(userId: string): Promise<() => void>
  /** Runs `work` while no tab has the book open. `null` = it was not run, because a tab has it open or this cannot be told. */
  ifClosed<T>(userId: string, work: () => Promise<T>): Promise<T | null>
}
