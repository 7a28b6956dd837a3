import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { LinkButton } from '../../parts/LinkButton'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { noFilter } from './queueFilter'
import { useReviewPlace } from '../reviewPlace'
import { Corrections } from './decisions/Corrections'
import { useAccept } from './decisions/useAccept'
import { useNoted } from './useNoted'
import { QueueFilters } from './QueueFilters'
import type { QueueItem } from './queueItem'
import { QueueKeysHelp } from './QueueKeysHelp'
import { QueuePreview } from './QueuePreview'
import { QueueTable } from './QueueTable'
import { RefusedDecisions } from './decisions/RefusedDecisions'
import { SelectedBar } from './decisions/SelectedBar'
import { useQueue } from './useQueue'
import { useQueueKeys } from './useQueueKeys'

const DAY_MS = 86_400_000

/** The submitted forms that wait for review. A form can be read beside the list and accepted, alone or with others, or opened to return it with notes. */
export function QueueScreen() {
  const t = useText(reviewTexts)
  const failures = useText(failureTexts)
  const { now } = useServices()
  const [, navigate] = useLocation()
  const place = useReviewPlace()
  const { all, shown } = useQueue()
  const at = shown.findIndex((item) => item.id === place.currentId)
  const { accept, busy, failure, question } = useAccept()
  const noted = useNoted()
  const open = (id: string): void => {
    place.setCurrentId(id)
    navigate(`/kiem-tra/${id}`)
  }
  const onKeyDown = useQueueKeys(shown, { onOpen: open, onAccept: (item) => void accept([item]), onReturn: (item) => open(item.id) })
  useFirstRow(shown)
  const current = shown[at]
  const chosen = shown.filter((item) => place.checked.has(item.tick))
  const oldest = all.reduce((first, item) => (item.sentAt !== '' && item.sentAt < first ? item.sentAt : first), '9')
  const oldestDays = oldest === '9' ? 0 : Math.floor((now() - Date.parse(oldest)) / DAY_MS)
  return (
    <DeskPage title={t.queue.title} sub={t.queue.sub(all.length, oldestDays)} current="kiem-tra" actions={<LinkButton to="/dot" icon="tray">{t.queue.batches}</LinkButton>}>
      <RefusedDecisions />
      <Corrections />
      {question}
      {failure && <Box kind="err" icon="stop" role="alert" title={failures.storage[failure.kind]} />}
      <QueueFilters all={all} />
      {shown.length === 0 ? (
        <Empty icon="checks" title={all.length === 0 ? t.queue.empty : t.queue.emptyFiltered}>
          {all.length > 0 && <Button onClick={() => place.setFilter(noFilter)}>{t.queue.clearFilter}</Button>}
        </Empty>
      ) : (
        <div className="split split-q">
          <div>
            {chosen.length > 0 && <SelectedBar chosen={chosen} noted={noted} busy={busy} onAccept={(items) => void accept(items)} onClear={() => place.setChecked(new Set())} />}
            <QueueTable items={shown} noted={noted} at={at} onKeyDown={onKeyDown} onOpen={open} />
            <QueueKeysHelp count={shown.length} />
          </div>
          {current && <QueuePreview key={current.id} item={current} busy={busy} onAccept={() => void accept([current])} onReturn={() => open(current.id)} />}
        </div>
      )}
    </DeskPage>
  )
}

/** Makes the first form of the list the current one when the current form is not in the list. */
function useFirstRow(shown: readonly QueueItem[]): void {
  const { currentId, setCurrentId } = useReviewPlace()
  const isShown = shown.some((item) => item.id === currentId)
  useEffect(() => {
    if (!isShown && shown[0]) setCurrentId(shown[0].id)
  }, [isShown, shown, setCurrentId])
}
