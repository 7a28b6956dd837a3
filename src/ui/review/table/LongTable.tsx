import { useRef, type ComponentProps, type ReactNode } from 'react'
import { useRowWindow, type Marked } from './useRowWindow'

interface LongTableProps<Row> extends Pick<ComponentProps<'table'>, 'role' | 'tabIndex' | 'onKeyDown' | 'aria-multiselectable' | 'aria-activedescendant'> {
  /** Read out, not shown. */
  readonly caption: string
  /** Cells of the head, and how many columns they are. */
  readonly head: ReactNode
  readonly columns: number
  readonly rows: readonly Row[]
  readonly marked?: Marked
  /** A row of one line with `data-row` and this `aria-rowindex`. */
  readonly draw: (row: Row, rowIndex: number) => ReactNode
  /** How much stands above it on the screen; much when absent. */
  readonly height?: 'tw-mid' | 'tw-high'
}

/** A table that scrolls in its own box and draws only the rows in sight; how many there are is read out all the same. */
export function LongTable<Row>({ caption, head, columns, rows, marked, draw, height, ...table }: LongTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const sight = useRowWindow(box, rows.length, marked)
  const spacer = (px: number) => px > 0 && <tr aria-hidden="true"><td colSpan={columns} style={{ height: px, padding: 0, border: 0 }} /></tr>
  return (
    <div className={height ? `tw tw-tall ${height}` : 'tw tw-tall'} ref={box} onScroll={sight.onScroll}>
      <table {...table} className="tb" aria-rowcount={rows.length + 1}>
        <caption className="vh">{caption}</caption>
        <thead><tr>{head}</tr></thead>
        <tbody>
          {spacer(sight.above)}
          {rows.slice(sight.first, sight.end).map((row, index) => draw(row, sight.first + index + 2))}
          {spacer(sight.below)}
        </tbody>
      </table>
    </div>
  )
}
