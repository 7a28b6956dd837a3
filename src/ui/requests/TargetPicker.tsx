import { useMemo, useState } from 'react'
import { searchable, searchCards } from '../../domain/records/cards/searchCards'
import type { Card } from '../../domain/records/cards/card'
import { RadioCards } from '../parts/fields/RadioCards'
import { SearchInput } from '../parts/fields/SearchInput'
import { requestTexts } from '../text/requests'
import { useText } from '../text/useText'

interface TargetPickerProps {
  readonly question: string
  /** The records to choose from. */
  readonly cards: readonly Card[]
  readonly hamletName: (id: string) => string | undefined
  /** Id of the chosen record; `ELSEWHERE`; `null` = nothing chosen. */
  readonly value: string | null
  readonly onChange: (value: string) => void
  /** Whether `ELSEWHERE` is offered too. */
  readonly mayBeElsewhere?: boolean
}

/** Stands for a household, hamlet or person that is not on this device. The note of the request names it. */
export const ELSEWHERE = ''
const MOST = 6

/** Finds and chooses one household or person by a few letters of its name. */
export function TargetPicker({ question, cards, hamletName, value, onChange, mayBeElsewhere = false }: TargetPickerProps) {
  const t = useText(requestTexts)
  const [text, setText] = useState('')
  const index = useMemo(() => searchable(cards, hamletName), [cards, hamletName])
  const found = searchCards(index, text, MOST)
  const chosen = cards.find(({ id }) => id === value)
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found
  const about = (card: Card): string => [card.code, card.born?.slice(0, 4), hamletName(card.hamlet)].filter(Boolean).join(' · ')
  return (
    <div className="st2">
      <p className="f-l" aria-hidden="true">{question}</p>
      <SearchInput label={`${question} ${t.search}`} placeholder={t.search} value={text} onChange={setText} />
      <div role="status">{text.trim() !== '' && found.length === 0 && <p className="sm mut">{t.nobodyFound}</p>}</div>
      <RadioCards
        legend={<span className="vh">{question}</span>} value={value} onChange={onChange}
        options={[...shown.map((card) => ({ value: card.id, label: card.name, hint: about(card) })), ...(mayBeElsewhere ? [{ value: ELSEWHERE, label: t.elsewhere }] : [])]}
      />
    </div>
  )
}
