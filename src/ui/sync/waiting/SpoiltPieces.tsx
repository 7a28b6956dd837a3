import type { Ledger } from '../../../storage/ledger'
import type { SpoiltPiece } from '../../../storage/ports/spoiltPort'
import { Box } from '../../parts/Box'
import { useFollowing } from '../../parts/reading/useFollowing'
import { useServices } from '../../services'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'
import { SpoiltRow } from './SpoiltRow'

const spoiltOf = (ledger: Ledger): Promise<readonly SpoiltPiece[]> => ledger.spoilt.list()

/** Spoilt forms, drafts and notes: the record of each, what becomes of it, and a button to let go of it. */
export function SpoiltPieces() {
  const { ledger } = useServices()
  const { spoilt: t, keep, noName, pieceOf } = useText(syncTexts)
  const pieces = useFollowing(spoiltOf)
  if (!pieces?.length) return null
  const whatOf = (piece: SpoiltPiece): string => (piece.kind === 'note' ? t.note : t[piece.kind][piece.goes ? 'goes' : 'stays'])
  return (
    <section aria-labelledby="spoilt">
      <div className="sec"><h2 id="spoilt">{t.head}</h2><span className="n act">{pieces.length}</span></div>
      <div className="pad"><Box kind="err" icon="stop"><p>{t.what}</p></Box></div>
      <ul className="list">
        {pieces.map((piece) => (
          <SpoiltRow
            key={JSON.stringify(piece)} record={piece.record} words={pieceOf(ledger.card(piece.record)?.name || noName, whatOf(piece))}
            {...(!(piece.kind === 'operation' && piece.goes) && { letGo: { label: t.letGo, what: t.letGoWhat, keep, work: () => ledger.spoilt.letGo(piece) } })}
          />
        ))}
      </ul>
    </section>
  )
}
