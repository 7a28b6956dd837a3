import { useCallback, useRef, useState } from 'react'

/**
 * State that is set often and changes seldom. A value that is the same as before draws nothing. Compared here and not by React, which
 * runs the whole component once more to find that nothing changed.
 */
export function useChanging<T>(first: () => T, isSame: (before: T, next: T) => boolean): [T, (next: T) => void] {
  const [shown, setShown] = useState(first)
  const latest = useRef(shown)
  const show = useCallback((next: T): void => {
    if (isSame(latest.current, next)) return
    latest.current = next
    setShown(next)
  }, [isSame])
  return [shown, show]
}
