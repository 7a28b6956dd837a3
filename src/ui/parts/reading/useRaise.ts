import { useCallback, useState } from 'react'

/**
 * Hands what went wrong beside the drawing, such as a read of a book that was closed under the page, to the `ErrorScreen` around: a
 * screen that only went on waiting would wait for ever.
 */
export function useRaise(): (failure: unknown) => void {
  const [, set] = useState(null)
  return useCallback((failure: unknown): void => set(() => {
    throw failure
  }), [])
}
