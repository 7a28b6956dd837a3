import type { KeyboardEvent } from 'react'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { SortHead } from '../SortHead'
import { useReviewPlace } from '../reviewPlace'
import { LongTable } from '../table/LongTable'
import type { QueueColumn } from './queueFilter'
import type { QueueItem } from './queueItem'
import { QueueRow } from './QueueRow'

interface QueueTableProps {
  readonly items: readonly QueueItem[]
  /** Ids of the forms on which somebody is writing notes. */
  readonly noted: ReadonlySet<string>
  /** Index in `items` of the form shown beside the list; -1 = not in it. */
  readonly at: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onOpen: (id: string) => void
}

/** DOM id of the row of a record. */
export const rowId = (recordId: string): string => `queue-${recordId}`

/** The queue as a grid: one stop for the Tab key, arrow keys inside. Only visible rows are drawn. */
export function QueueTable({ items, noted, at, onKeyDown, onOpen }: QueueTableProps) {
  const t = useText(reviewTexts)
  const place = useReviewPlace()
  const all = items.length > 0 && items.every((item) => place.checked.has(item.tick))
  const sortBy = (by: QueueColumn): void => place.setSort((old) => ({ by, descending: old.by === by ? !old.descending : by === 'sentAt' }))
  const head = (by: QueueColumn, label: string) => <SortHead label={label} order={place.sort.by === by ? (place.sort.descending ? 'descending' : 'ascending') : null} onSort={() => sortBy(by)} />
  const current = items[at]
  return (
    <LongTable
      role="grid" tabIndex={0} caption={t.queue.caption} onKeyDown={onKeyDown}
      rows={items} marked={{ id: place.currentId, row: at }} aria-multiselectable aria-activedescendant={current && rowId(current.id)}
      columns={7} head={(
        <>
          <th scope="col"><input type="checkbox" aria-label={t.queue.selectAll} checked={all} onChange={() => place.setChecked(new Set(all ? [] : items.map((item) => item.tick)))} /></th>
          <th scope="col">{t.queue.person}</th>
          <th scope="col">{t.queue.toRead}</th>
          {head('place', t.queue.place)}
          <th scope="col">{t.queue.kind}</th>
          {head('collector', t.queue.collector)}
          {head('sentAt', t.queue.sentAt)}
        </>
      )}
      draw={(item, rowIndex) => <QueueRow key={item.id} item={item} rowIndex={rowIndex} isNoted={noted.has(item.id)} onOpen={onOpen} />}
    />
  )
}
