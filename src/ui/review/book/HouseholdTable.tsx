import { useRef, type KeyboardEvent } from 'react'
import { Pill } from '../../parts/Pill'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { deskState } from '../deskState'
import { useRowWindow } from '../queue/useRowWindow'
import { useDirectory } from '../useDirectory'
import { useSurveys } from '../useSurveys'
import type { Household } from './households'

interface HouseholdTableProps {
  readonly households: readonly Household[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

/** Households as a grid; arrows move, the one marked is shown beside. */
export function HouseholdTable({ households, currentId, onChoose }: HouseholdTableProps) {
  const t = useText(reviewTexts)
  const directory = useDirectory()
  const { isCurrent } = useSurveys()
  const box = useRef<HTMLDivElement>(null)
  const at = households.findIndex((household) => household.card.id === currentId)
  const rows = useRowWindow(box, households.length, { id: currentId, row: at })
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const row = Math.max(0, Math.min(households.length - 1, at === -1 ? 0 : at + step))
    const next = households[row]
    if (next) onChoose(next.card.id)
  }
  const spacer = (height: number) => height > 0 && <tr aria-hidden="true"><td colSpan={5} style={{ height, padding: 0, border: 0 }} /></tr>
  return (
    <div className="tw tw-tall tw-mid" ref={box} onScroll={rows.onScroll}>
      <table className="tb" role="grid" tabIndex={0} aria-rowcount={households.length + 1} aria-activedescendant={currentId === null ? undefined : `household-${currentId}`} onKeyDown={onKeyDown}>
        <caption className="vh">{t.book.caption}</caption>
        <thead>
          <tr><th scope="col">{t.book.household}</th><th scope="col">{t.book.head}</th><th scope="col">{t.book.hamlet}</th><th scope="col" className="r">{t.book.people}</th><th scope="col">{t.book.forms}</th></tr>
        </thead>
        <tbody>
          {spacer(rows.above)}
          {households.slice(rows.first, rows.end).map(({ card, people, forms }, index) => (
            <tr key={card.id} id={`household-${card.id}`} data-row aria-rowindex={rows.first + index + 2} aria-selected={card.id === currentId} onClick={() => onChoose(card.id)}>
              <td className="nw">{card.code}</td>
              <td className="nw b">{card.name}</td>
              <td className="nw">{directory.hamletName(card.hamlet)}</td>
              <td className="r">{people.length}</td>
              <td className="nw"><States forms={[...forms.values()].flat().filter(isCurrent)} /></td>
            </tr>
          ))}
          {spacer(rows.below)}
        </tbody>
      </table>
    </div>
  )
}

const listed = ['action', 'queued', 'sent', 'returned', 'accepted'] as const

function States({ forms }: { readonly forms: Household['people'] }) {
  return listed.map((state) => {
    const count = forms.filter((form) => deskState(form) === state).length
    return count > 0 && <span key={state}><Pill state={state} count={count} /> </span>
  })
}
