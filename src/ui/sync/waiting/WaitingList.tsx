import type { PendingOperation } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { oldestWords, waitedFor } from './ageWords'
import { pieceWords } from './pieceWords'

const SHOWN = 50
const WARN_DAYS = 3
/** iOS may erase a site's data after seven days without use. */
const ALARM_DAYS = 6

/** The operations that wait to be sent, oldest first, with a warning if one has waited for days. */
export function WaitingList({ pending }: { readonly pending: readonly PendingOperation[] }) {
  const { now } = useServices()
  const t = useText(syncTexts)
  const waiting = pending.filter((piece) => !piece.trouble).sort((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1))
  const [oldest] = waiting
  if (!oldest) return null
  const age = waitedFor(oldest.queuedAt, now())
  const { days } = age
  return (
    <section aria-labelledby="waiting">
      <div className="sec">
        <h2 id="waiting">{t.waitingList}</h2>
        <span className="sm mut">{oldestWords(t, age)}</span>
      </div>
      {days >= WARN_DAYS && (
        <Box kind={days >= ALARM_DAYS ? 'err' : 'warn'} icon={days >= ALARM_DAYS ? 'stop' : 'alert'}><p>{t.oldWarning(days)}</p></Box>
      )}
      <ul className="list">
        {waiting.slice(0, SHOWN).map((piece) => <Piece key={`${piece.device}:${piece.operation.counter}`} piece={piece} />)}
      </ul>
      {waiting.length > SHOWN && <p className="pad sm mut">{t.all(waiting.length - SHOWN)}</p>}
    </section>
  )
}

function Piece({ piece }: { readonly piece: PendingOperation }) {
  const { ledger, now } = useServices()
  const t = useText(syncTexts)
  const { name, what } = pieceWords(t, piece, ledger.card(piece.operation.record))
  return (
    <li className="row still">
      <div>
        <div className="t md">{t.pieceOf(name, what)}</div>
        <div className="m num">{t.savedAt(momentWords(piece.queuedAt, now()))}</div>
      </div>
      <Pill state="queued" />
    </li>
  )
}
