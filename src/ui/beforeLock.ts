import { useEffect, useRef } from 'react'

const works = new Set<() => Promise<unknown>>()

/** Work to finish before the book locks, e.g. saving what was just typed. Runs also when the person locks by hand. */
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

/** Work under way that may outlive the screen it was begun on: the book does not lock before its end. */
export function keepOpenFor(work: Promise<unknown>): void {
  const wait = (): Promise<unknown> => work
  works.add(wait)
  void work.finally(() => works.delete(wait))
}

/** Waits for all of it; a work that fails does not keep the book open. */
export async function finishBeforeLock(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()))
}
