import { useCallback, useEffect, useRef } from 'react'

/**
 * Delays work until the current change has been painted: a press is seen at once, and its further effects come a moment later.
 * If it is called again before that, only the newest work runs. If the component unmounts first, nothing runs.
 */
export function useAfterPaint(): (work: () => void) => void {
  const forget = useRef<() => void>(undefined)
  useEffect(() => () => forget.current?.(), [])
  return useCallback((work) => {
    forget.current?.()
    let task: ReturnType<typeof setTimeout> | undefined
    // Callbacks of a frame run before it is painted. A task started there runs after the paint.
    const frame = requestAnimationFrame(() => { task = setTimeout(work) })
    forget.current = () => {
      cancelAnimationFrame(frame)
      clearTimeout(task)
    }
  }, [])
}
