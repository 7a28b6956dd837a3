import { useRef } from 'react'

/** What a press does, once at a time: a second press while the first is under way does nothing. */
export function useOneAtATime<A extends readonly unknown[]>(press: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  // No state: two presses may come before the page is drawn again.
  const isRunning = useRef(false)
  return async (...args) => {
    if (isRunning.current) return
    isRunning.current = true
    try {
      await press(...args)
    } finally {
      isRunning.current = false
    }
  }
}
