import { useRef } from 'react'

/** Wraps an async press handler: a second press while the first is under way does nothing. */
export function useOneAtATime<A extends readonly unknown[]>(press: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  // A ref, not state: two presses may come before the next render.
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
