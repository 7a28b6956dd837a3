import { Link } from 'wouter'
import { LinkButton } from '../../parts/LinkButton'
import { Pill } from '../../parts/Pill'
import { dateWords } from '../../text/dateWords'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { deskState } from '../deskState'
import type { Household } from './households'

/** The people of one household and the state of their forms. Each links to its record. */
export function HouseholdPanel({ household }: { readonly household: Household }) {
  const t = useText(reviewTexts)
  const { card, people, forms } = household
  return (
    <aside className="panel" aria-label={t.book.panel}>
      <header>
        <h2>{card.name}</h2>
        <p className="sm mut">{[card.code, card.detail].filter(Boolean).join(' · ')}</p>
      </header>
      <ul className="pb panel-scroll members">
        {people.map((person) => (
          <li key={person.id}>
            <Link href={`/kiem-tra/${person.id}`} className="b tgt">{person.name}</Link>
            <span className="sm mut blk">{[person.relation === '1' && t.book.head1, person.born && t.book.born(dateWords(person.born))].filter(Boolean).join(' · ')}</span>
            {forms.get(person.id)?.map((form) => (
              <Link key={form.id} href={`/kiem-tra/${form.id}`} className="fx sm member-form">{[t.kindLong[form.kind], form.checkedOn && dateWords(form.checkedOn)].filter(Boolean).join(' ')} <Pill state={deskState(form)} /></Link>
            ))}
          </li>
        ))}
      </ul>
      <footer><LinkButton to={`/kiem-tra/${card.id}`}>{t.book.openHousehold}</LinkButton></footer>
    </aside>
  )
}
