import { Link } from 'wouter'
import { displayState, type Card, type DisplayState } from '../../../domain/records/cards/card'
import type { PendingOperation } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { Empty } from '../../parts/states/Empty'
import { Icon } from '../../parts/Icon'
import { PhonePage } from '../../parts/frame/PhonePage'
import { useCards } from '../../parts/reading/useCards'
import { useSyncState } from '../../parts/reading/useSyncState'
import { collectTexts } from '../../text/collect'
import { rescuedTexts } from '../../text/rescued'
import { useText } from '../../text/useText'
import { OldestWaits } from '../../sync/waiting/OldestWaits'
import { usePending } from '../../sync/usePending'
import { ActionReason } from './ActionReason'
import { useHamlets } from '../hamlet/useRound'

/** Everything that waits for this officer. Records that need a decision come first. */
export function TasksScreen() {
  const t = useText(collectTexts)
  const cards = useCards()
  const { rescued } = useSyncState()
  const pending = usePending() ?? []
  const { backHere } = useText(rescuedTexts)
  const parts = [['action', t.tasksAction], ['returned', t.tasksReturned], ['draft', t.tasksDraft], ['queued', t.tasksQueued]] as const
  const isEmpty = parts.every(([state]) => !cards.some((card) => isIn(state, card)))
  return (
    <PhonePage title={t.tasks} nav="viec" flush>
      {rescued > 0 && <Box kind="ok" icon="check" role="status"><p>{backHere(rescued)}</p></Box>}
      <OldestWaits pending={pending} />
      {isEmpty && <Empty icon="check" title={t.noTasks}><p>{t.noTasksHelp}</p></Empty>}
      {parts.map(([state, title]) => <Part key={state} state={state} title={title} cards={cards} pending={pending} />)}
    </PhonePage>
  )
}

/** A record that needs a decision and also has a draft is in both parts, because each part leads to a different screen. */
function isIn(state: DisplayState, card: Card): boolean {
  return displayState(card) === state || (state === 'draft' && card.hasDraft === true)
}

interface PartProps {
  readonly state: DisplayState
  readonly title: string
  readonly cards: readonly Card[]
  readonly pending: readonly PendingOperation[]
}

function Part({ state, title, cards, pending }: PartProps) {
  const t = useText(collectTexts)
  const hamlets = useHamlets()
  const refused = new Set(pending.filter(({ trouble }) => trouble?.kind === 'refused').map(({ operation }) => operation.record))
  const due = cards.filter((card) => isIn(state, card))
  if (due.length === 0) return null
  return (
    <>
      <div className="sec"><h2>{title}</h2><span className={state === 'action' || state === 'returned' ? 'n act' : 'n'}>{due.length}</span></div>
      <ul className="list">
        {due.map((card) => (
          <li key={card.id}>
            <Link className="row" href={state === 'action' && !refused.has(card.id) ? `/xung-dot/${card.id}` : `/phieu/${card.id}`}>
              <div>
                <div className="t-m">{card.name || t.kind[card.kind]}</div>
                <div className="m">{[t.kind[card.kind], hamlets.find((hamlet) => hamlet.id === card.hamlet)?.name, card.notes > 0 && t.notesCount(card.notes)].filter(Boolean).join(' · ')}</div>
                {state === 'action' && <div className="m"><ActionReason card={card} pieces={pending.filter(({ operation }) => operation.record === card.id)} /></div>}
              </div>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
