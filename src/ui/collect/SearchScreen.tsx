import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { displayState, type Card } from '../../domain/records/card'
import { searchable, searchCards } from '../../domain/records/searchCards'
import { Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/PhonePage'
import { Pill } from '../parts/Pill'
import { SearchInput } from '../parts/SearchInput'
import { useCards } from '../parts/useCards'
import { collectTexts } from '../text/collect'
import { useText } from '../text/useText'
import { memberWords } from './memberWords'
import { useHamlets, useWorkRules } from './useRound'

const SHOWN = 50

/** Finds households and people on this device by name without diacritics, code, number or phone. */
export function SearchScreen() {
  const t = useText(collectTexts)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const cards = useCards()
  const index = useMemo(() => searchable(cards), [cards])
  const found = useMemo(() => searchCards(index, wanted, SHOWN), [index, wanted])
  return (
    <PhonePage title={t.searchTitle} back="history" flush>
      <div className="pad on-surface"><SearchInput label={t.searchLabel} value={text} onChange={setText} autoFocus /></div>
      {wanted.trim() === '' && <p className="pad mut">{t.searchHint}</p>}
      {wanted.trim() !== '' && found.length === 0 && <Empty icon="search" title={t.searchNone}><p>{t.searchNoneHelp}</p></Empty>}
      <ul className="list">{found.map((card) => <Hit key={card.id} card={card} />)}</ul>
    </PhonePage>
  )
}

function Hit({ card }: { readonly card: Card }) {
  const t = useText(collectTexts)
  const { today } = useWorkRules(card.commune)
  const hamlet = useHamlets().find((each) => each.id === card.hamlet)
  const about = card.kind === 'household' ? [card.code, card.detail] : [memberWords(card, today, t)]
  return (
    <li>
      <Link className="row" href={card.kind === 'household' ? `/ho/${card.id}` : `/nguoi/${card.id}`}>
        <div>
          <div className="t-m">{card.name}</div>
          <div className="m">{[t.kind[card.kind], ...about, hamlet?.name].filter(Boolean).join(' · ')}</div>
          {card.local && <div className="due"><Pill state={displayState(card)} /></div>}
        </div>
        <Icon name="next" />
      </Link>
    </li>
  )
}
