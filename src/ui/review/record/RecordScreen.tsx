import { useEffect } from 'react'
import { Link, useParams } from 'wouter'
import type { LocalRecord } from '../../../storage/ledger'
import { useCards } from '../../parts/reading/useCards'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { Icon } from '../../parts/Icon'
import { Pill } from '../../parts/Pill'
import { Skeleton } from '../../parts/states/Skeleton'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import type { Card } from '../../../domain/records/cards/card'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { FetchWhole } from '../../whole/FetchWhole'
import { deskState } from '../deskState'
import { useDirectory } from '../useDirectory'
import { useReviewPlace } from '../reviewPlace'
import { RecordBody } from './RecordBody'
import { RecordNav } from './RecordNav'

/** One record in full: its answers, warnings, changes, notes and history, and the decision on it. */
export function RecordScreen() {
  const t = useText(reviewTexts)
  const { id = '' } = useParams<{ id: string }>()
  const cards = useCards()
  const directory = useDirectory()
  const card = cards.find((each) => each.id === id)
  const local = useLocalRecord(id)
  useCurrent(id)
  const isForm = card === undefined || card.kind === 'labour' || card.kind === 'asxh'
  const sub = card && [t.kindLong[card.kind], directory.householdCode(card.kind === 'household' ? card.id : card.household), directory.hamletName(card.hamlet)].filter(Boolean).join(' · ')
  return (
    <DeskPage title={card?.name ?? t.queue.title} sub={sub} current={isForm ? 'kiem-tra' : 'so'} actions={card && <><StatePill card={card} /><RecordNav id={id} /></>}>
      <p className="back no-print"><Link href={isForm ? '/kiem-tra' : '/so'}><Icon name="back" small />{isForm ? t.record.back : t.record.backBook}</Link></p>
      <Content local={local} card={card} />
    </DeskPage>
  )
}

function Content({ local, card }: { readonly local: LocalRecord | null | undefined; readonly card: Card | undefined }) {
  const t = useText(reviewTexts)
  if (local === null) return <Skeleton />
  const record = local?.server
  if (!record) return <Empty icon="search" title={t.record.notFound}><p>{t.record.notFoundWhy}</p></Empty>
  if (record.shrunk !== undefined) return <FetchWhole id={record.id} commune={record.commune} />
  return <RecordBody key={record.id} record={record} holds={local.holds} card={card} isWaiting={waits(local)} />
}

/** Whether a decision made here is still to be sent. */
function waits(local: LocalRecord): boolean {
  return local.pending.some((pending) => pending.trouble === null && pending.operation.type !== 'submit')
}

function StatePill({ card }: { readonly card: Card }) {
  const t = useText(reviewTexts)
  const state = deskState(card)
  if (state === 'sent' && card.round > 1) return <Pill state="sent" text={t.record.again(card.round)} />
  return <Pill state={state} />
}

/** Makes the opened form the current one, so that the list marks it when the supervisor comes back. */
function useCurrent(id: string): void {
  const { setCurrentId } = useReviewPlace()
  useEffect(() => setCurrentId(id), [id, setCurrentId])
}

