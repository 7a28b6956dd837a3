import { Link } from 'wouter'
import { Icon } from '../../parts/Icon'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useQueue } from '../queue/useQueue'

/** Position in the queue, with links to the previous and the next form. Empty for a record that is not in the queue. */
export function RecordNav({ id }: { readonly id: string }) {
  const t = useText(reviewTexts)
  const { shown } = useQueue()
  const at = shown.findIndex((item) => item.id === id)
  if (at === -1) return null
  const previous = shown[at - 1]
  const next = shown[at + 1]
  return (
    <span className="fx no-print">
      <span className="sm mut">{t.record.place(at + 1, shown.length)}</span>
      {previous && <Link href={`/kiem-tra/${previous.id}`} className="ib" aria-label={t.record.previous}><Icon name="up" small /></Link>}
      {next && <Link href={`/kiem-tra/${next.id}`} className="ib" aria-label={t.record.next}><Icon name="down" small /></Link>}
    </span>
  )
}
