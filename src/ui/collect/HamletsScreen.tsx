import { useMemo } from 'react'
import { Link, Redirect } from 'wouter'
import { worklistOf } from '../../domain/records/worklist'
import { Empty } from '../parts/Empty'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/PhonePage'
import { Progress } from '../parts/Progress'
import { useCards } from '../parts/useCards'
import { collectTexts } from '../text/collect'
import { useText } from '../text/useText'
import { SearchLink } from './SearchLink'
import { progressOf, useHamlets, useWorkRules, type MyHamlet } from './useRound'

/** The hamlets of this officer; whoever has one goes straight into it. */
export function HamletsScreen() {
  const t = useText(collectTexts)
  const hamlets = useHamlets()
  const only = hamlets.length === 1 ? hamlets[0] : undefined
  if (only) return <Redirect to={`/thon/${only.id}`} replace />
  return (
    <PhonePage title={t.hamlets} nav="thon" flush>
      {hamlets.length === 0 && <Empty icon="home" title={t.noHamlets}><p>{t.noHamletsHelp}</p></Empty>}
      {hamlets.length > 0 && <div className="pad"><SearchLink /></div>}
      <ul className="list">{hamlets.map((hamlet) => <HamletRow key={hamlet.id} hamlet={hamlet} />)}</ul>
    </PhonePage>
  )
}

function HamletRow({ hamlet }: { readonly hamlet: MyHamlet }) {
  const t = useText(collectTexts)
  const cards = useCards()
  const rules = useWorkRules(hamlet.commune)
  const round = useMemo(() => worklistOf(cards, hamlet.id, rules), [cards, hamlet.id, rules])
  const { labour, asxh } = progressOf(round, hamlet)
  const people = round.reduce((sum, work) => sum + work.members.length, 0)
  return (
    <li>
      <Link className="row" href={`/thon/${hamlet.id}`}>
        <div>
          <div className="t">{hamlet.name}</div>
          <div className="m num">{t.hamletSub(round.length, people)}</div>
          <div className="pg2"><Progress label={t.labour} value={labour.done} max={labour.of} /><Progress label={t.asxh} value={asxh.done} max={asxh.of} /></div>
        </div>
        <Icon name="next" />
      </Link>
    </li>
  )
}
