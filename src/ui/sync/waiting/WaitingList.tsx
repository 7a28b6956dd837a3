import type { PendingOperation } from '../../../storage/ledger'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { oldestWords, waitedFor, waitingOf } from './ageWords'
import { OldestWaits } from './OldestWaits'
import { pieceWords } from './pieceWords'

const SHOWN = 50

/** The operations that wait to be sent, oldest first, with a warning if one has waited for days. */
export function WaitingList({ pending }: { readonly pending: readonly PendingOperation[] }) {
  const { now } = useServices()
  const t = useText(syncTexts)
  const waiting = waitingOf(pending)
  const [oldest] = waiting
  if (!oldest) return null
  return (
    <section aria-labelledby="waiting">
      <div className="sec">
        <h2 id="waiting">{t.waitingList}</h2>
        <span className="sm mut">{oldestWords(t, waitedFor(oldest.queuedAt, now()))}</span>
      </div>
      <OldestWaits pending={pending} />
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
