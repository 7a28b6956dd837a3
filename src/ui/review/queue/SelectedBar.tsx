import { Button } from '../../parts/Button'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import type { QueueItem } from './queueItem'

interface SelectedBarProps {
  readonly chosen: readonly QueueItem[]
  readonly busy: boolean
  readonly onAccept: (items: readonly QueueItem[]) => void
  readonly onClear: () => void
}

/** What can be done with several forms at once: accept those without warnings. Forms with warnings are read one by one. */
export function SelectedBar({ chosen, busy, onAccept, onClear }: SelectedBarProps) {
  const t = useText(reviewTexts)
  const clean = chosen.filter((item) => item.card.warnings === 0 && !item.refused)
  const toRead = chosen.length - clean.length
  return (
    <div className="fx sm sel-bar">
      <b>{t.queue.selected(chosen.length)}</b>
      {clean.length > 0 && <Button icon="checks" busy={busy} onClick={() => onAccept(clean)}>{t.queue.acceptClean(clean.length)}</Button>}
      {toRead > 0 && <span className="mut">{t.queue.readFirst(toRead)}</span>}
      <Button kind="quiet" onClick={onClear}>{t.queue.clear}</Button>
    </div>
  )
}
