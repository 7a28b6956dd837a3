import { Button } from '../../../parts/Button'
import { reviewTexts } from '../../../text/review'
import { useText } from '../../../text/useText'
import type { QueueItem } from '../queueItem'

interface SelectedBarProps {
  readonly chosen: readonly QueueItem[]
  /** Ids of the forms on which somebody is writing notes. */
  readonly noted: ReadonlySet<string>
  readonly busy: boolean
  readonly onAccept: (items: readonly QueueItem[]) => void
  readonly onClear: () => void
}

/** Accepts several forms at once: those without warnings, held values or notes being written. The others must be read one by one. */
export function SelectedBar({ chosen, noted, busy, onAccept, onClear }: SelectedBarProps) {
  const t = useText(reviewTexts)
  const free = chosen.filter((item) => !noted.has(item.id))
  const clean = free.filter((item) => item.card.warnings === 0 && !item.needsPerson)
  const toRead = free.length - clean.length
  return (
    <div className="fx sm sel-bar">
      <b>{t.queue.selected(chosen.length)}</b>
      {clean.length > 0 && <Button icon="checks" busy={busy} onClick={() => onAccept(clean)}>{t.queue.acceptClean(clean.length)}</Button>}
      {toRead > 0 && <span className="mut">{t.queue.readFirst(toRead)}</span>}
      {chosen.length > free.length && <span className="mut">{t.queue.notedFirst(chosen.length - free.length)}</span>}
      <Button kind="quiet" onClick={onClear}>{t.queue.clear}</Button>
    </div>
  )
}
