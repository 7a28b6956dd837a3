import { useDeferredValue, useMemo, useState } from 'react'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { SearchInput } from '../../parts/fields/SearchInput'
import { useCards } from '../../parts/reading/useCards'
import { useNumberWords } from '../../text/useNumberWords'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'
import { findHouseholds, householdsOf } from './households'
import { HouseholdPanel } from './HouseholdPanel'
import { HouseholdTable } from './HouseholdTable'

/** The register, read-only: households, their people, and the state of each form. */
export function BookScreen() {
  const t = useText(reviewTexts)
  const numberWords = useNumberWords()
  const cards = useCards()
  const { hamlets } = useDirectory()
  const [search, setSearch] = useState('')
  const [hamlet, setHamlet] = useState('')
  const [currentId, setCurrentId] = useState<string | null>(null)
  const households = useMemo(() => householdsOf(cards), [cards])
  const deferred = useDeferredValue(search)
  const shown = useMemo(() => findHouseholds(households, deferred, hamlet), [households, deferred, hamlet])
  const current = shown.find((household) => household.card.id === currentId)
  const people = shown.reduce((count, household) => count + household.people.length, 0)
  return (
    <DeskPage title={t.book.title} sub={t.book.sub(numberWords(shown.length), numberWords(people))} current="so">
      <div className="fbar fbar-wide">
        <SearchInput label={t.book.search} value={search} onChange={setSearch} />
        <label>{t.book.hamlet}
          <select className="in" value={hamlet} onChange={(event) => setHamlet(event.target.value)}>
            <option value="">{t.all}</option>
            {hamlets.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
          </select>
        </label>
      </div>
      {shown.length === 0 ? <Empty icon="search" title={t.book.empty} /> : (
        <div className="split">
          <HouseholdTable households={shown} currentId={currentId} onChoose={setCurrentId} />
          {current ? <HouseholdPanel household={current} /> : <aside className="panel pad mut" aria-label={t.book.panel}>{t.book.nothing}</aside>}
        </div>
      )}
    </DeskPage>
  )
}
