import { useRef, type ComponentProps, type ReactNode } from 'react'
import { useRowWindow, type Marked } from './useRowWindow'

interface LongTableProps<Row> extends Pick<ComponentProps<'table'>, 'role' | 'tabIndex' | 'onKeyDown' | 'aria-multiselectable' | 'aria-activedescendant'> {
  /** For screen readers; not visible. */
  readonly caption: string
  /** Cells of the head; `columns` is their number. */
  readonly head: ReactNode
  readonly columns: number
  readonly rows: readonly Row[]
  readonly marked?: Marked
  /** Draws one row: one line of text, with `data-row` and this `aria-rowindex`. */
  readonly draw: (row: Row, rowIndex: number) => ReactNode
  /** Maximum height of the box, by how much stands above it: `tw-mid` little, `tw-high` least, absent = a full filter bar. */
  readonly height?: 'tw-mid' | 'tw-high'
}

/** A table that scrolls in its own box and draws only the visible rows. Screen readers still hear the total number of rows. */
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
