import { useLayoutEffect, useState, type RefObject, type UIEvent } from 'react'

const GUESSED_ROW_PX = 38
const GUESSED_VIEW_PX = 800
const SPARE_ROWS = 8

export interface RowWindow {
  /** Rows to draw: from `first` up to, not including, `end`. */
  readonly first: number
  readonly end: number
  /** Height of the rows left out above and below. */
  readonly above: number
  readonly below: number
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
  readonly scrollTo: (row: number) => void
}

/**
 * Draws only the rows of a table that can be seen: a commune has thousands. Real table rows between two spacers, so that
 * columns keep their width; one line per row is taken for granted, its height is measured.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [scroll, setScroll] = useState(0)
  const [sizes, setSizes] = useState({ row: GUESSED_ROW_PX, view: GUESSED_VIEW_PX, head: 0 })
  useLayoutEffect(() => {
    const element = box.current
    // A table that was away, because nothing was left of it, begins at its top again.
    if (element) setScroll(element.scrollTop)
    const row = element?.querySelector<HTMLElement>('tbody tr[data-row]')
    if (!element || !row || row.offsetHeight === 0) return
    const head = element.querySelector('thead')?.offsetHeight ?? 0
    const next = { row: row.offsetHeight, view: element.clientHeight, head }
    setSizes((known) => (known.row === next.row && known.view === next.view && known.head === next.head ? known : next))
  }, [box, count])
  const first = Math.max(0, Math.min(count, Math.floor(scroll / sizes.row)) - SPARE_ROWS)
  const end = Math.min(count, Math.ceil((scroll + sizes.view) / sizes.row) + SPARE_ROWS)
  return {
    first, end,
    above: first * sizes.row,
    below: (count - end) * sizes.row,
    onScroll: (event) => setScroll(event.currentTarget.scrollTop),
    scrollTo(row) {
      const element = box.current
      if (!element) return
      const top = row * sizes.row
      const room = element.clientHeight - sizes.head - sizes.row
      if (top < element.scrollTop) element.scrollTop = top
      else if (room > 0 && top > element.scrollTop + room) element.scrollTop = top - room
    },
  }
}
