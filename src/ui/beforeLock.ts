import { useEffect, useRef } from 'react'

const works = new Set<() => Promise<unknown>>()

/** Runs `work` before the book locks, e.g. to save what was just typed. Also when the person locks by hand. */
export function useBeforeLock(work: () => Promise<unknown>): void {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    const run = (): Promise<unknown> => latest.current()
    works.add(run)
    return () => {
      works.delete(run)
    }
  }, [])
}

/** Delays the lock until `work` has ended. For work that may outlive its screen. */
export function keepOpenFor(work: Promise<unknown>): void {
  const wait = (): Promise<unknown> => work
  works.add(wait)
  void work.finally(() => works.delete(wait))
}

/** Runs and awaits all of this work. Never rejects: work that fails does not keep the book open. */
export async function finishBeforeLock(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()))
}
