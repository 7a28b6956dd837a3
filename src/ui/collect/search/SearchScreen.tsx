import { memo, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { displayState, isOnlyDraft, type Card } from '../../../domain/records/cards/card'
import { searchable, searchCards } from '../../../domain/records/cards/searchCards'
import { vietnamDay } from '../../../domain/time'
import { Empty } from '../../parts/states/Empty'
import { Icon } from '../../parts/Icon'
import { LinkButton } from '../../parts/LinkButton'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Pill } from '../../parts/Pill'
import { RowLink, type Go } from '../../parts/RowLink'
import { SearchInput } from '../../parts/fields/SearchInput'
import { useCards } from '../../parts/reading/useCards'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { scanTexts } from '../../text/scan'
import { useText } from '../../text/useText'
import { memberWords } from '../household/memberWords'
import { useHamlets } from '../hamlet/useRound'

/** More than fits on a phone's screen. To see others, people type another letter. Each further row costs a slow phone time at every letter. */
const SHOWN = 12
/** All rows exist, hidden, before anything is found. A letter then only fills in words: making rows was most of the cost. */
const places = Array.from({ length: SHOWN }, (_, place) => place)

/** Finds households and people on this device by name without diacritics, hamlet, code, number, old number or phone. */
export function SearchScreen() {
  const t = useText(collectTexts)
  const { scan } = useText(scanTexts)
  const [text, setText] = useState('')
  const [, go] = useLocation()
  const cards = useCards()
  const names = useHamletNames()
  const index = useMemo(() => searchable(cards, (hamlet) => names.get(hamlet)), [cards, names])
  // Not deferred: the search is fast enough for the same frame as the key, and a deferred list would come a frame later.
  const found = useMemo(() => searchCards(index, text, SHOWN + 1), [index, text])
  const today = vietnamDay(useServices().now())
  return (
    <PhonePage title={t.searchTitle} back="history" flush>
      <div className="pad on-surface"><SearchInput label={t.searchLabel} value={text} onChange={setText} autoFocus /></div>
      {text.trim() === '' && (
        <div className="pad st2">
          <LinkButton to="/quet" icon="scan" wide>{scan}</LinkButton>
          <p className="mut">{t.searchHint}</p>
        </div>
      )}
      {text.trim() !== '' && found.length === 0 && <Empty icon="search" title={t.searchNone}><p>{t.searchNoneHelp}</p></Empty>}
      <ul className="list">{places.map((place) => <Hit key={place} card={found[place]} hamlet={names.get(found[place]?.hamlet ?? '')} today={today} go={go} />)}</ul>
      {found.length > SHOWN && <p className="pad mut">{t.searchMore}</p>}
      <Heard text={text.trim()} words={found.length > SHOWN ? t.searchFoundMore(SHOWN) : t.searchFound(found.length)} />
    </PhonePage>
  )
}

/** A count after every letter would only disturb a screen reader's user, who hears the letters typed. */
const SETTLED_MS = 700

/** Reads out what was found, once typing has paused. */
function Heard({ text, words }: { readonly text: string; readonly words: string }) {
  const [heard, hear] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => hear(text === '' ? '' : words), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [text, words])
  return <p role="status" className="vh">{heard}</p>
}

function useHamletNames(): ReadonlyMap<string, string> {
  const hamlets = useHamlets()
  return useMemo(() => new Map(hamlets.map((hamlet) => [hamlet.id, hamlet.name])), [hamlets])
}

const routeOf = (card: Card): string => `/${isOnlyDraft(card) ? 'phieu' : card.kind === 'household' ? 'ho' : 'nguoi'}/${card.id}`

interface HitProps { readonly card: Card | undefined; readonly hamlet: string | undefined; readonly today: string; readonly go: Go }

const Hit = memo(function Hit({ card, hamlet, today, go }: HitProps) {
  const t = useText(collectTexts)
  const about = card?.kind === 'household' ? [card.code, card.detail] : card && [memberWords(card, today, t)]
  const state = card ? displayState(card) : 'live'
  return (
    <li hidden={!card}>
      <RowLink go={go} to={card ? routeOf(card) : ''}>
        <div>
          <div className="t-m">{card?.name}</div>
          <div className="m">{[card && t.kind[card.kind], ...(about ?? []), hamlet].filter(Boolean).join(' · ')}</div>
          {state !== 'live' && <div className="due"><Pill state={state} /></div>}
        </div>
        <Icon name="next" />
      </RowLink>
    </li>
  )
})
