import { Link } from 'wouter'
import { isCovered } from '../../../domain/forms/subjects/isCovered'
import { vietnamDay } from '../../../domain/time'
import { AnswerView } from '../../answers/AnswerView'
import { ConfirmedMark } from '../../answers/ToldMark'
import { useFieldLabel } from '../../answers/useFieldLabel'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Kv } from '../../parts/Kv'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { ageWords } from '../../text/ageWords'
import { collectTexts } from '../../text/collect'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { ChangesList } from '../record/changes/ChangesList'
import { FindingList } from '../record/FindingList'
import { HoldsBox } from '../record/HoldsBox'
import { withComputed } from '../record/answers/withComputed'
import { previewFields } from './previewFields'
import type { QueueItem } from './queueItem'
import { useReading, type Reading } from './useReading'

interface QueuePreviewProps {
  readonly item: QueueItem
  readonly busy: boolean
  readonly onAccept: () => void
  readonly onReturn: () => void
}

/** The current form, beside the list: held values and warnings first, then the main answers, then the changes. */
export function QueuePreview({ item, busy, onAccept, onReturn }: QueuePreviewProps) {
  const t = useText(reviewTexts)
  const ages = useText(collectTexts)
  const { now } = useServices()
  const reading = useReading(item)
  const age = ageWords(item.card.born, vietnamDay(now()), ages)
  return (
    <aside className="panel" aria-label={t.queue.panel}>
      <header>
        <div className="fx sb"><h2>{item.name}</h2><Pill state={item.needsPerson ? 'action' : 'sent'} /></div>
        <p className="sm mut">{[t.kindLong[item.card.kind], item.householdCode, age].filter(Boolean).join(' · ')}</p>
        <p className="sm"><Link href={`/kiem-tra/${item.id}`} className="tgt">{t.queue.open}</Link></p>
      </header>
      {reading.kind === 'read' && <Shown item={item} {...reading} />}
      {reading.kind === 'unreadable' && <div className="pb"><Box kind="err" icon="stop" title={t.queue.unreadable}><p>{t.queue.unreadableHelp}</p></Box></div>}
      {reading.kind === 'newerForm' && <div className="pb"><Box kind="err" icon="stop" title={t.record.newerForm}><p>{t.record.newerFormHelp}</p></Box></div>}
      {/* No decision on a form that is not shown. */}
      {reading.kind === 'read' && (
        <footer>
          <Button kind="pri" icon="checks" busy={busy} onClick={onAccept}>{t.accept}</Button>
          <Button className="ret-b" icon="ret" onClick={onReturn}>{t.return}</Button>
        </footer>
      )}
    </aside>
  )
}

function Shown({ item, record, form, holds }: { readonly item: QueueItem } & Extract<Reading, { readonly kind: 'read' }>) {
  const { now } = useServices()
  const labelOf = useFieldLabel(form)
  const answers = withComputed(form, record.answers, vietnamDay(now()))
  const facts = previewFields[item.card.kind].flatMap((id) => {
    const field = form.fields[id]
    const value = answers[id]
    if (!field || value === undefined) return []
    return [[labelOf(id, true), <><AnswerView commune={record.commune} fieldId={id} field={field} value={value} covered={isCovered(form, record.answers, id)} /><ConfirmedMark form={form} name={id} confirmed={record.submission?.confirmed} /></>] as const]
  })
  return (
    <div className="pb st panel-scroll">
      <HoldsBox form={form} id={item.id} holds={holds} />
      <FindingList form={form} findings={record.warnings} reasons={record.reasons} author={item.collector} />
      <Kv rows={facts} />
      <ChangesList form={form} record={record} />
    </div>
  )
}
