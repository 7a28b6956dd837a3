import type { KeyboardEvent } from 'react'
import { Pill } from '../../parts/Pill'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { deskState } from '../deskState'
import { LongTable } from '../table/LongTable'
import { useDirectory } from '../useDirectory'
import { useSurveys } from '../useSurveys'
import type { Household } from './households'

interface HouseholdTableProps {
  readonly households: readonly Household[]
  readonly currentId: string | null
  readonly onChoose: (id: string) => void
}

/** Households as a grid. Arrow keys move the mark; the marked household is shown in the panel beside the grid. */
export function HouseholdTable({ households, currentId, onChoose }: HouseholdTableProps) {
  const t = useText(reviewTexts)
  const directory = useDirectory()
  const { isCurrent } = useSurveys()
  const at = households.findIndex((household) => household.card.id === currentId)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const row = Math.max(0, Math.min(households.length - 1, at === -1 ? 0 : at + step))
    const next = households[row]
    if (next) onChoose(next.card.id)
  }
  return (
    <LongTable
      role="grid" tabIndex={0} caption={t.book.caption} height="tw-mid" onKeyDown={onKeyDown}
      rows={households} marked={{ id: currentId, row: at }} aria-activedescendant={currentId === null ? undefined : `household-${currentId}`}
      columns={5} head={<><th scope="col">{t.book.household}</th><th scope="col">{t.book.head}</th><th scope="col">{t.book.hamlet}</th><th scope="col" className="r">{t.book.people}</th><th scope="col">{t.book.forms}</th></>}
      draw={({ card, people, forms }, rowIndex) => (
        <tr key={card.id} id={`household-${card.id}`} data-row aria-rowindex={rowIndex} aria-selected={card.id === currentId} onClick={() => onChoose(card.id)}>
          <td className="nw">{card.code}</td>
          <th scope="row" className="nw b">{card.name}</th>
          <td className="nw">{directory.hamletName(card.hamlet)}</td>
          <td className="r">{people.length}</td>
          <td className="nw"><States forms={[...forms.values()].flat().filter(isCurrent)} /></td>
        </tr>
      )}
    />
  )
}

const listed = ['action', 'queued', 'sent', 'returned', 'accepted'] as const

function States({ forms }: { readonly forms: Household['people'] }) {
  return listed.map((state) => {
    const count = forms.filter((form) => deskState(form) === state).length
    return count > 0 && <span key={state}><Pill state={state} count={count} /> </span>
  })
}
