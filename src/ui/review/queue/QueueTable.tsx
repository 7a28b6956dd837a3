import type { KeyboardEvent, RefObject } from 'react'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { SortHead } from '../SortHead'
import { useReviewPlace } from '../reviewPlace'
import type { QueueColumn } from './queueFilter'
import type { QueueItem } from './queueItem'
import { QueueRow } from './QueueRow'
import type { RowWindow } from './useRowWindow'

interface QueueTableProps {
  readonly items: readonly QueueItem[]
  /** Ids of those with notes being written on them. */
  readonly noted: ReadonlySet<string>
  readonly box: RefObject<HTMLDivElement | null>
  readonly rows: RowWindow
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: (id: string) => void
}

export const rowId = (recordId: string): string => `queue-${recordId}`

/** The queue as a grid: one stop for the Tab key, arrows inside; only the rows that can be seen are drawn. */
export function QueueTable({ items, noted, box, rows, onKeyDown, onOpen }: QueueTableProps) {
  const t = useText(reviewTexts)
  const place = useReviewPlace()
  const all = items.length > 0 && items.every((item) => place.checked.has(item.tick))
  const sortBy = (by: QueueColumn): void => place.setSort((old) => ({ by, descending: old.by === by ? !old.descending : by === 'sentAt' }))
  const head = (by: QueueColumn, label: string) => <SortHead label={label} order={place.sort.by === by ? (place.sort.descending ? 'descending' : 'ascending') : null} onSort={() => sortBy(by)} />
  const current = items.some((item) => item.id === place.currentId) && place.currentId !== null ? rowId(place.currentId) : undefined
  return (
    <div className="tw tw-tall" ref={box} onScroll={rows.onScroll}>
      <table className="tb" role="grid" tabIndex={0} aria-rowcount={items.length + 1} aria-multiselectable aria-activedescendant={current} onKeyDown={onKeyDown}>
        <caption className="vh">{t.queue.caption}</caption>
        <thead>
          <tr>
            <th scope="col"><input type="checkbox" aria-label={t.queue.selectAll} checked={all} onChange={() => place.setChecked(new Set(all ? [] : items.map((item) => item.tick)))} /></th>
            <th scope="col">{t.queue.person}</th>
            <th scope="col">{t.queue.toRead}</th>
            {head('place', t.queue.place)}
            <th scope="col">{t.queue.kind}</th>
            {head('collector', t.queue.collector)}
            {head('sentAt', t.queue.sentAt)}
          </tr>
        </thead>
        <tbody>
          {rows.above > 0 && <tr aria-hidden="true"><td colSpan={7} style={{ height: rows.above, padding: 0, border: 0 }} /></tr>}
          {items.slice(rows.first, rows.end).map((item, index) => <QueueRow key={item.id} item={item} index={rows.first + index} isNoted={noted.has(item.id)} onOpen={onOpen} />)}
          {rows.below > 0 && <tr aria-hidden="true"><td colSpan={7} style={{ height: rows.below, padding: 0, border: 0 }} /></tr>}
        </tbody>
      </table>
    </div>
  )
}
