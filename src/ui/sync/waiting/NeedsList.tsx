import { Link } from 'wouter'
import type { PendingOperation } from '../../../storage/ledger'
import { AskFirst } from '../../parts/AskFirst'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { pieceWords } from './pieceWords'
import { RefusedFile } from './RefusedFile'

/** Operations the server held or refused, each with its reason. They stay in the list until a person has dealt with them. */
export function NeedsList({ pending }: { readonly pending: readonly PendingOperation[] }) {
  const t = useText(syncTexts)
  const troubled = pending.filter((piece) => piece.trouble)
  if (troubled.length === 0) return null
  return (
    <section aria-labelledby="needs">
      <div className="sec"><h2 id="needs">{t.needsHead}</h2><span className="n act">{troubled.length}</span></div>
      <ul className="list">
        {troubled.map((piece) => <Piece key={`${piece.device}:${piece.operation.counter}`} piece={piece} />)}
      </ul>
    </section>
  )
}

function Piece({ piece }: { readonly piece: PendingOperation }) {
  const { ledger, holder } = useServices()
  const t = useText(syncTexts)
  const failures = useText(failureTexts)
  const { trouble, operation } = piece
  if (!trouble) return null
  const { name, what } = pieceWords(t, piece, ledger.card(operation.record))
  const reason = trouble.kind === 'refused' ? failures.refused(failures.refusal[trouble.reason]) : trouble.reason === 'locked' ? failures.heldLocked : failures.held
  const form = holder.role === 'supervisor' ? `/kiem-tra/${operation.record}` : `/phieu/${operation.record}`
  return (
    <li>
      <Link className="row lead" href={trouble.kind === 'held' || operation.type === 'resolve' ? `/xung-dot/${operation.record}` : form}>
        <span className="err-i"><Icon name="stop" /></span>
        <div>
          <div className="t md">{t.pieceOf(name, what)}</div>
          <div className="m">{reason}{piece.receipt && ` ${t.receipt(piece.receipt)}.`}</div>
        </div>
        <Icon name="next" />
      </Link>
      {/* For a form that was dealt with in another way. The server keeps the refused operation in its history. */}
      {trouble.kind === 'refused' && <div className="pad fx"><RefusedFile piece={piece} name={t.pieceOf(name, what)} reason={`${reason} (${trouble.reason})`} /><AskFirst label={t.setAside} what={t.setAsideWhat} keep={t.keep} work={() => ledger.setAside(piece.device, operation.counter)} /></div>}
    </li>
  )
}
