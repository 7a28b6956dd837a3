import { useLayoutEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import { WindowVirtualizer } from 'virtua'
import { isNotVisited, type HouseholdWork } from '../../../domain/records/round/worklist'
import { Empty } from '../../parts/states/Empty'
import { LinkButton } from '../../parts/LinkButton'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Progress } from '../../parts/states/Progress'
import { Tag } from '../../parts/Tag'
import { collectTexts } from '../../text/collect'
import { orderTexts } from '../../text/order'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'
import { HouseholdRow } from './HouseholdRow'
import { useRoundPlace } from './useRoundPlace'
import { SearchLink } from '../search/SearchLink'
import { progressOf, useHamlets, useRound, useRoundTotals } from './useRound'

const filters = ['due', 'again', 'returned', 'new', 'clean', 'all'] as const
type Filter = (typeof filters)[number]

const passes: Readonly<Record<Filter, (work: HouseholdWork) => boolean>> = {
  due: ({ labourDue, asxhDue, checkDue, toClean, states }) => labourDue + asxhDue + checkDue + toClean > 0 || Boolean(states.returned || states.action),
  again: ({ household }) => household.nextVisitOn !== undefined,
  returned: ({ states }) => Boolean(states.returned),
  new: isNotVisited,
  clean: ({ toClean }) => toClean > 0,
  all: () => true,
}

/** Height of an ordinary row. Given in advance, so that rows beyond the screen are drawn from the start. */
const DOOR_PX = 97
/** With large text the head alone fills the screen. The first doors must still be drawn, for people who move on by Tab. */
const DRAWN_BEYOND_PX = 400

/** One hamlet: its progress, and its doors in the order of the round. */
export function HamletScreen({ hamlet: id }: { readonly hamlet: string }) {
  const t = useText(collectTexts)
  const order = useText(orderTexts)
  const numberWords = useNumberWords()
  const hamlets = useHamlets()
  const hamlet = hamlets.find((each) => each.id === id)
  const [, go] = useLocation()
  const round = useRound(id, hamlet?.commune)
  const { filter, setFilter, rows, heights } = useRoundPlace<Filter>(id, 'due')
  const shown = useMemo(() => round.filter(passes[filter]), [round, filter])
  const { households, people, labour, asxh } = progressOf(useRoundTotals().get(id), hamlet)
  return (
    <PhonePage title={hamlet?.name ?? t.notFound} sub={t.hamletSub(numberWords(households), numberWords(people))} nav="thon" flush {...(hamlets.length > 1 && { back: '/thon' })}>
      <div className="pad st on-surface">
        <div className="pg2"><Progress label={t.labour} value={labour.done} max={labour.of} /><Progress label={t.asxh} value={asxh.done} max={asxh.of} /></div>
        <SearchLink />
      </div>
      <Filters round={round} chosen={filter} onChoose={setFilter} />
      {shown.length === 0 && <Empty icon="home" title={t.emptyHamlet} />}
      <div className="list" role="list">
        <WindowVirtualizer ref={rows} itemSize={DOOR_PX} bufferSize={DRAWN_BEYOND_PX} {...(heights && { cache: heights })}>{shown.map((work) => <HouseholdRow key={work.household.id} work={work} go={go} />)}</WindowVirtualizer>
      </div>
      <div className="pad st2">
        <LinkButton to={`/them/ho/${id}`} wide icon="plus">{t.addHousehold}</LinkButton>
        {round.length > 1 && <LinkButton to={`/thon/${id}/thu-tu`} wide icon="sort">{order.open}</LinkButton>}
      </div>
    </PhonePage>
  )
}

function Filters({ round, chosen, onChoose }: { readonly round: readonly HouseholdWork[]; readonly chosen: Filter; readonly onChoose: (filter: Filter) => void }) {
  const t = useText(collectTexts)
  const chips = useRef<HTMLDivElement>(null)
  // Centres the chosen filter. Not by `scrollIntoView`, which would also scroll the page.
  useLayoutEffect(() => {
    const box = chips.current
    const tag = box?.querySelector<HTMLElement>('[aria-pressed=true]')
    if (box && tag) box.scrollLeft = tag.offsetLeft + (tag.offsetWidth - box.offsetWidth) / 2
  }, [chosen])
  return (
    <div className="chips on-surface" role="group" aria-label={t.filters} ref={chips}>
      {filters.map((each) => <Tag key={each} pressed={chosen === each} count={round.filter(passes[each]).length} onClick={() => onChoose(each)}>{t.filter[each]}</Tag>)}
    </div>
  )
}
