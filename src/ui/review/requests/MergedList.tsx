import { useMemo } from 'react'
import { compareNames } from '../../../domain/identity/compareNames'
import type { Card } from '../../../domain/records/cards/card'
import { takenApart } from '../../../domain/records/move'
import { Button } from '../../parts/Button'
import { useCards } from '../../parts/reading/useCards'
import { useOneAtATime } from '../../parts/drawing/useOneAtATime'
import { useServices } from '../../services'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useMoves } from './useMoves'

/** Records that were set aside as the same as another, each with a button to undo that. */
export function MergedList() {
  const t = useText(requestTexts)
  const { ledger } = useServices()
  const cards = useCards()
  const move = useMoves()
  const takeApart = useOneAtATime(async (card: Card) => {
    await move(card.commune, [takenApart(card)], t.unmerged(card.name))
  })
  const merged = useMemo(() => cards.filter((card) => card.sameAs !== undefined && card.local !== 'queued').sort((a, b) => compareNames(a.name, b.name)), [cards])
  if (merged.length === 0) return null
  return (
    <section className="card st2" aria-label={t.mergedList}>
      <h2>{t.mergedList}</h2>
      <p className="sm mut">{t.unmergeHelp}</p>
      <div className="tw">
        <table className="tb">
          <caption className="vh">{t.mergedList}</caption>
          <tbody>
            {merged.map((card) => {
              const into = ledger.card(card.sameAs ?? '')
              return (
                <tr key={card.id}>
                  <th scope="row">{nameOf(card)}</th>
                  <td>{into && t.mergedInto(nameOf(into))}</td>
                  <td className="r nw"><Button kind="quiet" aria-label={t.unmergeOf(card.name)} onClick={() => void takeApart(card)}>{t.unmerge}</Button></td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const nameOf = ({ name, code }: Card): string => [name, code].filter(Boolean).join(' · ')
