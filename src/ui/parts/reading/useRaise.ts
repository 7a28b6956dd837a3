import { useCallback, useState } from 'react'

/**
 * A function that hands an error from outside rendering to the `ErrorScreen` around, e.g. a failed read of a book that was closed meanwhile.
 * Without it such a screen would wait for ever.
 */
export function useRaise(): (failure: unknown) => void {
  const [, set] = useState(null)
  return useCallback((failure: unknown): void => set(() => {
    throw failure
  }), [])
}
