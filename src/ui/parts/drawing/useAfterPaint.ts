import { useCallback, useEffect, useRef } from 'react'

/**
 * Puts work off until what is changing now has been painted: a press is seen at once, and what follows from it comes a moment later.
 * Asked for again before that, it is done once, as it was asked last; not at all when the component goes first.
 */
export function useAfterPaint(): (work: () => void) => void {
  const forget = useRef<() => void>(undefined)
  useEffect(() => () => forget.current?.(), [])
  return useCallback((work) => {
    forget.current?.()
    let task: ReturnType<typeof setTimeout> | undefined
    // A frame's callbacks run before it is painted; a task begun there runs after.
    const frame = requestAnimationFrame(() => { task = setTimeout(work) })
    forget.current = () => {
      cancelAnimationFrame(frame)
      clearTimeout(task)
    }
  }, [])
}
