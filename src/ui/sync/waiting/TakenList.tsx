import type { Ledger, TakenOperation } from '../../../storage/ledger'
import { useFollowing } from '../../parts/reading/useFollowing'
import { useServices } from '../../services'
import { momentWords } from '../../text/moments'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { pieceWords } from './pieceWords'

const SHOWN = 10
const lastTaken = (ledger: Ledger): Promise<readonly TakenOperation[]> => ledger.taken(SHOWN)

/** The operations the server took last from this device, each with its receipt. */
export function TakenList() {
  const { ledger, now } = useServices()
  const t = useText(syncTexts)
  const taken = useFollowing(lastTaken)
  if (!taken || taken.length === 0) return null
  return (
    <section aria-labelledby="taken">
      <div className="sec"><h2 id="taken">{t.taken}</h2></div>
      <ul className="list">
        {taken.map((piece) => {
          const { name, what } = pieceWords(t, piece, ledger.card(piece.operation.record))
          return (
            <li key={piece.receipt} className="row still">
              <div>
                <div className="t md">{t.pieceOf(name, what)}</div>
                <div className="m num">{[piece.takenAt && momentWords(piece.takenAt, now()), t.receipt(piece.receipt)].filter(Boolean).join(' · ')}</div>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
