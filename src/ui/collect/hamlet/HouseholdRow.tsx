import type { VisitOutcome } from '../../../domain/forms/definitions/household/household2'
import { isOnlyDraft, type Card, type DisplayState } from '../../../domain/records/cards/card'
import { isNotVisited, type HouseholdWork } from '../../../domain/records/round/worklist'
import { vietnamDay } from '../../../domain/time'
import { Icon } from '../../parts/Icon'
import { Pill } from '../../parts/Pill'
import { RowLink, type Go } from '../../parts/RowLink'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { consentTexts } from '../../text/consent'
import { shortDay } from '../../text/dateWords'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { outcomeWords } from '../visit/outcomeWords'

/** States shown as pills, in this order: first those that need a person, then those that wait. */
const shown: readonly DisplayState[] = ['action', 'returned', 'draft', 'queued']

/** Shown only if nothing is left to do: the first of these states that a form of the door has. */
const done: readonly DisplayState[] = ['sent', 'accepted']

const MET: VisitOutcome = '1'

/** One door of the round. It shows no personal number, no poverty and no disability, because others may look over the officer's shoulder. */
export function HouseholdRow({ work, go }: { readonly work: HouseholdWork; readonly go: Go }) {
  const t = useText(collectTexts)
  const { no } = useText(consentTexts)
  const { household, members, labourDue, asxhDue, checkDue, refused, toClean, states } = work
  const due = t.due([labourDue, asxhDue, checkDue, toClean])
  const pills = shown.filter((state) => states[state])
  const over = pills.length === 0 && due === '' ? done.find((state) => states[state]) : undefined
  return (
    <div role="listitem" className="li">
      <RowLink go={go} to={isOnlyDraft(household) ? `/phieu/${household.id}` : `/ho/${household.id}`}>
        <div>
          <div className="t">{household.name || t.household}</div>
          <div className="m num">{[household.code, t.people(members.length), household.detail].filter(Boolean).join(' · ')}</div>
          <div className="due">
            {pills.map((state) => <Pill key={state} state={state} count={states[state] ?? 0} />)}
            <VisitPill household={household} />
            {pills.length === 0 && isNotVisited(work) && members.length > 0 && <Pill state="none" text={t.notVisited} />}
            {refused > 0 && <Pill state="none" text={no} count={refused} />}
            {over && <Pill state={over} />}
            {due !== '' && <span>{t.left(due)}</span>}
          </div>
        </div>
        <Icon name="next" />
      </RowLink>
    </div>
  )
}

/** The day agreed for the next visit, as a warning once that day has come. Without one: the outcome of the last visit, unless somebody was met. */
function VisitPill({ household: { visit, visitedOn = '', nextVisitOn } }: { readonly household: Card }) {
  const t = useText(visitTexts)
  const { language } = useLanguage()
  const today = vietnamDay(useServices().now())
  if (nextVisitOn) return <Pill state={nextVisitOn <= today ? 'warn' : 'none'} text={t.again(shortDay(nextVisitOn, today))} />
  return visit && visit !== MET ? <Pill state="none" text={t.on(outcomeWords(visit, language), shortDay(visitedOn, today))} /> : null
}
