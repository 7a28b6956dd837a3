import { Link, Redirect } from 'wouter'
import type { RoundTotals } from '../../../domain/records/round/roundTotals'
import { Empty } from '../../parts/states/Empty'
import { Icon } from '../../parts/Icon'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Progress } from '../../parts/states/Progress'
import { collectTexts } from '../../text/collect'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { SearchLink } from '../search/SearchLink'
import { progressOf, useHamlets, useRoundTotals, type MyHamlet } from './useRound'

/** The hamlets of this officer. If there is only one, it is opened directly. */
export function HamletsScreen() {
  const t = useText(collectTexts)
  const hamlets = useHamlets()
  const totals = useRoundTotals()
  const only = hamlets.length === 1 ? hamlets[0] : undefined
  if (only) return <Redirect to={`/thon/${only.id}`} replace />
  return (
    <PhonePage title={t.hamlets} nav="thon" flush>
      {hamlets.length === 0 && <Empty icon="home" title={t.noHamlets}><p>{t.noHamletsHelp}</p></Empty>}
      {hamlets.length > 0 && <div className="pad"><SearchLink /></div>}
      <ul className="list">{hamlets.map((hamlet) => <HamletRow key={hamlet.id} hamlet={hamlet} totals={totals.get(hamlet.id)} />)}</ul>
    </PhonePage>
  )
}

function HamletRow({ hamlet, totals }: { readonly hamlet: MyHamlet; readonly totals: RoundTotals | undefined }) {
  const t = useText(collectTexts)
  const numberWords = useNumberWords()
  const { households, people, labour, asxh } = progressOf(totals, hamlet)
  return (
    <li>
      <Link className="row" href={`/thon/${hamlet.id}`}>
        <div>
          <div className="t">{hamlet.name}</div>
          <div className="m num">{t.hamletSub(numberWords(households), numberWords(people))}</div>
          <div className="pg2"><Progress label={t.labour} value={labour.done} max={labour.of} /><Progress label={t.asxh} value={asxh.done} max={asxh.of} /></div>
        </div>
        <Icon name="next" />
      </Link>
    </li>
  )
}
