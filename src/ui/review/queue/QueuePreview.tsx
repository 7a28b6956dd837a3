import { Link } from 'wouter'
import { isCovered } from '../../../domain/forms/subjects/isCovered'
import { vietnamDay } from '../../../domain/time'
import { AnswerView } from '../../answers/AnswerView'
import { ConfirmedMark } from '../../answers/ToldMark'
import { useFieldLabel } from '../../answers/useFieldLabel'
import { Button } from '../../parts/Button'
import { Kv } from '../../parts/Kv'
import { Pill } from '../../parts/Pill'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { useServices } from '../../services'
import { ageWords } from '../../text/ageWords'
import { collectTexts } from '../../text/collect'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { ChangesList } from '../record/changes/ChangesList'
import { FindingList } from '../record/FindingList'
import { useForm } from '../record/useForm'
import { withComputed } from '../record/answers/withComputed'
import { previewFields } from './previewFields'
import type { QueueItem } from './queueItem'

interface QueuePreviewProps {
  readonly item: QueueItem
  readonly busy: boolean
  readonly onAccept: () => void
  readonly onReturn: () => void
}

/** The current form beside the list: warnings first, then what matters, then what changed. */
export function QueuePreview({ item, busy, onAccept, onReturn }: QueuePreviewProps) {
  const t = useText(reviewTexts)
  const ages = useText(collectTexts)
  const { now } = useServices()
  const read = useLocalRecord(item.id)?.server
  // A decision here is on the version in the list; the text of another one must not stand beside the button.
  const record = read?.version === item.card.version ? read : undefined
  const form = useForm(record?.form, item.card.commune)
  const labelOf = useFieldLabel(form)
  const answers = form && record ? withComputed(form, record.answers, vietnamDay(now())) : {}
  const facts = form && record ? previewFields[item.card.kind].flatMap((id) => {
    const field = form.fields[id]
    const value = answers[id]
    if (!field || value === undefined) return []
    return [[labelOf(id, true), <><AnswerView commune={record.commune} fieldId={id} field={field} value={value} covered={isCovered(form, record.answers, id)} /><ConfirmedMark form={form} name={id} confirmed={record.submission?.confirmed} /></>] as const]
  }) : []
  const age = ageWords(item.card.born, vietnamDay(now()), ages)
  return (
    <aside className="panel" aria-label={t.queue.panel}>
      <header>
        <div className="fx sb"><h2>{item.name}</h2><Pill state={item.refused ? 'action' : 'sent'} /></div>
        <p className="sm mut">{[t.kindLong[item.card.kind], item.householdCode, age].filter(Boolean).join(' · ')}</p>
        <p className="sm"><Link href={`/kiem-tra/${item.id}`} className="tgt">{t.queue.open}</Link></p>
      </header>
      <div className="pb st panel-scroll">
        {form && record && <FindingList form={form} findings={record.warnings} reasons={record.reasons} author={item.collector} />}
        <Kv rows={facts} />
        {form && record && <ChangesList form={form} record={record} />}
      </div>
      <footer>
        <Button kind="pri" icon="checks" busy={busy} onClick={onAccept}>{t.accept}</Button>
        <Button className="ret-b" icon="ret" onClick={onReturn}>{t.return}</Button>
      </footer>
    </aside>
  )
}
