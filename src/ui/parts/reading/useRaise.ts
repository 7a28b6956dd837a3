import { useCallback, useState } from 'react'

/**
 * A function that hands an error from outside rendering to the `ErrorScreen` around, e.g. a failed read of a book that was closed meanwhile.
 * Without it the screen would wait forever.
 */
export function useRaise(): (failure: unknown) => void {
  const [, set] = useState(null)
  return useCallback((failure: unknown): void => set(() => {
    throw failure
  }), [])
}
