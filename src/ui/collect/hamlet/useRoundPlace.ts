import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'

interface Place<F> {
  readonly filter: F
  readonly top: number
  readonly heights: WindowVirtualizerHandle['cache'] | undefined
}

/** Where each list was left. In memory only, until the page is closed; holds nothing about any person. */
const places = new Map<string, Place<unknown>>()

/** Filter and scroll position of one list, restored when the officer comes back from a door. */
export function useRoundPlace<F>(list: string, first: F) {
  const [kept] = useState(() => places.get(list) as Place<F> | undefined)
  const [filter, setFilter] = useState(kept?.filter ?? first)
  const rows = useRef<WindowVirtualizerHandle>(null)
  const latest = useRef(filter)
  useEffect(() => {
    latest.current = filter
  }, [filter])
  useLayoutEffect(() => {
    const handle = rows.current
    return () => {
      places.set(list, { filter: latest.current, top: window.scrollY, heights: handle?.cache })
    }
  }, [list])
  // Runs after the layout effect that scrolls every new screen to its top.
  useEffect(() => {
    if (kept && kept.top > 0) window.scrollTo(0, kept.top)
  }, [kept])
  return { filter, setFilter, rows, heights: kept?.filter === filter ? kept?.heights : undefined }
}
