import { useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react'

const GUESSED_ROW_PX = 38
const GUESSED_VIEW_PX = 800
const SPARE_ROWS = 8

interface RowWindow {
  /** Rows to draw: from `first` up to, not including, `end`. */
  readonly first: number
  readonly end: number
  /** Height of the rows left out above and below. */
  readonly above: number
  readonly below: number
  readonly onScroll: (event: UIEvent<HTMLElement>) => void
}

/** The row somebody works at: its record, and its index; -1 = not in the table. */
export interface Marked {
  readonly id: string | null
  readonly row: number
}

/**
 * Decides which rows of a table to draw: only the visible ones, because a commune has thousands. They are real table rows between two spacers, so that
 * columns keep their width. Each row must be one line; its height is measured. The marked row is scrolled into view when another record
 * is marked and when the table is shown again, but not when rows only move.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number, marked: Marked = { id: null, row: -1 }): RowWindow {
  const [scroll, setScroll] = useState(0)
  const [sizes, setSizes] = useState({ row: GUESSED_ROW_PX, view: GUESSED_VIEW_PX, head: 0 })
  useLayoutEffect(() => {
    const element = box.current
    // When rows disappear, the browser may have changed the scroll position already.
    if (element) setScroll(element.scrollTop)
    const row = element?.querySelector<HTMLElement>('tbody tr[data-row]')
    if (!element || !row || row.offsetHeight === 0) return
    const head = element.querySelector('thead')?.offsetHeight ?? 0
    const next = { row: row.offsetHeight, view: element.clientHeight, head }
    setSizes((known) => (known.row === next.row && known.view === next.view && known.head === next.head ? known : next))
  }, [box, count])
  const row = useRef(marked.row)
  row.current = marked.row
  useLayoutEffect(() => {
    if (!box.current || row.current === -1) return
    bringIntoSight(box.current, row.current, sizes)
    setScroll(box.current.scrollTop)
  }, [box, marked.id, sizes])
  const first = Math.max(0, Math.min(count, Math.floor(scroll / sizes.row)) - SPARE_ROWS)
  const end = Math.min(count, Math.ceil((scroll + sizes.view) / sizes.row) + SPARE_ROWS)
  return {
    first, end,
    above: first * sizes.row,
    below: (count - end) * sizes.row,
    onScroll: (event) => setScroll(event.currentTarget.scrollTop),
  }
}

function bringIntoSight(box: HTMLElement, row: number, sizes: { readonly row: number; readonly head: number }): void {
  const top = row * sizes.row
  const room = box.clientHeight - sizes.head - sizes.row
  if (top < box.scrollTop) box.scrollTop = top
  else if (room > 0 && top > box.scrollTop + room) box.scrollTop = top - room
}
