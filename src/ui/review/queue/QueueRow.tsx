import { memo } from 'react'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useReviewPlace } from '../reviewPlace'
import type { QueueItem } from './queueItem'
import { rowId } from './QueueTable'

interface QueueRowProps {
  readonly item: QueueItem
  readonly rowIndex: number
  /** Whether somebody is writing notes on the form. */
  readonly isNoted: boolean
  readonly onOpen: (id: string) => void
}

/** One form of the queue. A click shows it beside the list, a double click opens it. */
export const QueueRow = memo(function QueueRow({ item, rowIndex, isNoted, onOpen }: QueueRowProps) {
  const t = useText(reviewTexts)
  const { now } = useServices()
  const place = useReviewPlace()
  const isCurrent = place.currentId === item.id
  return (
    <tr
      id={rowId(item.id)} data-row aria-rowindex={rowIndex} aria-selected={isCurrent}
      onClick={() => place.setCurrentId(item.id)} onDoubleClick={() => onOpen(item.id)}
    >
      <td onClick={(event) => event.stopPropagation()}>
        <input type="checkbox" tabIndex={-1} aria-label={t.queue.select(item.name)} checked={place.checked.has(item.tick)} onChange={() => place.setChecked((old) => toggled(old, item.tick))} />
      </td>
      <th scope="row" className="b nw">{item.name}</th>
      <td className="nw">
        {item.needsPerson && <Pill state="action" />}
        {item.card.warnings > 0 && <span><Pill state="warn" text={String(item.card.warnings)} /><span className="vh"> {t.queue.warningsWord}</span></span>}
        {isNoted && <Pill state="draft" text={t.queue.noted} />}
        {item.resubmitted && <Pill state="none" text={t.queue.again} />}
      </td>
      <td className="nw">{[item.householdCode, item.hamletName].filter(Boolean).join(' · ')}</td>
      <td className="nw">{item.card.kind === 'asxh' ? t.kind.asxh : t.kind.labour}</td>
      <td className="nw">{item.collector}</td>
      <td className="nw num-l">{item.sentAt && momentWords(item.sentAt, now())}</td>
    </tr>
  )
})

/** A copy of the set with `id` removed, or added if it was not in it. */
export function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
