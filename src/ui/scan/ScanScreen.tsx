import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { answersOfCard } from '../../domain/forms/offering/cardAnswers'
import { currentForm } from '../../domain/forms/registry'
import type { CardText } from '../../domain/identity/cardText'
import { isOnlyDraft, type Card } from '../../domain/records/cards/card'
import { findByCard } from '../../domain/records/cards/findByCard'
import { searchable, searchCards } from '../../domain/records/cards/searchCards'
import { vietnamDay } from '../../domain/time'
import { startPerson } from '../collect/answers/startForm'
import { memberWords } from '../collect/household/memberWords'
import { PickList } from '../form/inputs/PickList'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/frame/PhonePage'
import { useCards } from '../parts/reading/useCards'
import { useOneAtATime } from '../parts/drawing/useOneAtATime'
import { useToast } from '../parts/toast/useToast'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import { CardScanner } from './CardScanner'
import { PersonResult } from './PersonResult'

/** Scans an identity card and finds its person on this device, or offers to add the person to a household. */
export function ScanScreen({ household }: { readonly household?: string }) {
  const t = useText(scanTexts)
  const [card, setCard] = useState<CardText | null>(null)
  return (
    <PhonePage title={card ? t.result : t.title} {...(card && { sub: card.fullName })} back="history" close>
      {!card
        ? <CardScanner onCard={setCard} />
        : <Result card={card} household={household} onAgain={() => setCard(null)} />}
    </PhonePage>
  )
}

interface ResultProps {
  readonly card: CardText
  readonly household: string | undefined
  readonly onAgain: () => void
}

function Result({ card, household, onAgain }: ResultProps) {
  const t = useText(scanTexts)
  const [person, setPerson] = useState<Card | null>(null)
  const cards = useCards()
  const { exact, similar } = useMemo(() => findByCard(cards, card), [cards, card])
  const whose = person ?? (exact.length === 1 ? exact[0] : undefined)
  if (whose) return <PersonResult key={whose.id} card={card} person={whose} onAgain={onAgain} />
  const people = exact.length > 0 ? exact : similar
  return (
    <div className="st4">
      {people.length > 0 && <People title={exact.length > 0 ? t.twice : t.similar} people={people} onPerson={setPerson} />}
      {exact.length === 0 && people.length === 0 && <Box icon="info">{t.unknown}</Box>}
      {exact.length === 0 && <AddPerson card={card} household={household} />}
      <Button wide onClick={onAgain}>{t.again}</Button>
    </div>
  )
}

function People({ title, people, onPerson }: { readonly title: string; readonly people: readonly Card[]; readonly onPerson: (person: Card) => void }) {
  const t = useText(scanTexts)
  const words = useText(collectTexts)
  const { ledger, now } = useServices()
  const today = vietnamDay(now())
  return (
    <section className="st2">
      <h2>{t.whose}</h2>
      <p>{title}</p>
      <ul className="list">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="row" onClick={() => onPerson(person)}>
              <div>
                <div className="t-m">{person.name}</div>
                <div className="m">{[memberWords(person, today, words), ledger.card(person.household ?? '')?.name].filter(Boolean).join(' · ')}</div>
              </div>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** About two screens of a phone. */
const SHOWN = 20

function AddPerson({ card, household: given }: { readonly card: CardText; readonly household: string | undefined }) {
  const t = useText(scanTexts)
  const words = useText(collectTexts)
  const services = useServices()
  const toast = useToast()
  const [, navigate] = useLocation()
  const cards = useCards()
  const [picked, setPicked] = useState(given)
  const households = useMemo(() => searchable(cards.filter((each) => each.kind === 'household' && !isOnlyDraft(each))), [cards])
  const household = picked === undefined ? undefined : services.ledger.card(picked)
  const itemOf = (each: Card) => ({ code: each.id, label: each.name, hint: [each.code, each.detail].filter(Boolean).join(' · ') })
  const find = (text: string) => {
    const hits = text.trim() === '' ? households.entries.map((each) => each.card) : searchCards(households, text, SHOWN + 1)
    return { items: hits.slice(0, SHOWN).map(itemOf), total: hits.length }
  }
  const add = useOneAtATime(async (to: Card) => {
    const id = await startPerson(services, to, answersOfCard(card, currentForm('person')))
    if (id) navigate(`/phieu/${id}`, { replace: true })
    else toast.show(words.saveFailed)
  })
  return (
    <section className="card st2">
      <p>{t.addHelp}</p>
      {!given && <><label className="f-l" id="scan-household-label" htmlFor="scan-household">{t.whichHousehold}</label><PickList id="scan-household" label={t.whichHousehold} labelId="scan-household-label" chosen={household && itemOf(household)} find={find} onPick={setPicked} onBlur={() => {}} describedBy={undefined} /></>}
      {household && <Button kind="pri" wide onClick={() => void add(household)}>{t.add(household.name)}</Button>}
    </section>
  )
}
