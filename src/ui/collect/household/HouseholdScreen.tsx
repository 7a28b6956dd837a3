import { Link, Redirect, useLocation } from 'wouter'
import { displayState, isOnlyDraft, type Card } from '../../../domain/records/cards/card'
import { isOfAge, type HouseholdWork, type MemberWork } from '../../../domain/records/round/worklist'
import { useRefuses } from '../../consent/useRefuses'
import { Button } from '../../parts/Button'
import { Empty } from '../../parts/states/Empty'
import { Icon } from '../../parts/Icon'
import { LinkButton } from '../../parts/LinkButton'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { checkTexts } from '../../text/check'
import { collectTexts } from '../../text/collect'
import { consentTexts } from '../../text/consent'
import { scanTexts } from '../../text/scan'
import { useText } from '../../text/useText'
import { formRoute } from '../AddScreens'
import { CleanList } from '../tasks/CleanList'
import { LocationCard } from '../location/LocationCard'
import { memberWords } from './memberWords'
import { MergedBox } from '../request/MergedBox'
import { RequestCard } from '../request/RequestCard'
import { useAnswers } from '../answers/useAnswers'
import { useRound, useWorkRules } from '../hamlet/useRound'
import { VisitCard } from '../visit/VisitCard'

/** One door: what is to be done there, and who lives there. */
export function HouseholdScreen({ id }: { readonly id: string }) {
  const { ledger } = useServices()
  const t = useText(collectTexts)
  const card = ledger.card(id)
  const work = useRound(card?.hamlet ?? '', card?.commune).find((each) => each.household.id === id)
  if (card?.sameAs !== undefined) return <PhonePage title={card.name} sub={card.code} back={`/thon/${card.hamlet}`}><MergedBox card={card} /></PhonePage>
  if (card && isOnlyDraft(card)) return <Redirect to={`/phieu/${id}`} replace />
  if (!card || !work) return <PhonePage title={t.notFound} back="/thon"><Empty icon="search" title={t.notFound}><LinkButton to="/thon">{t.back}</LinkButton></Empty></PhonePage>
  return <Door work={work} household={card} />
}

function Door({ work, household }: { readonly work: HouseholdWork; readonly household: Card }) {
  const t = useText(collectTexts)
  const { scan } = useText(scanTexts)
  const open = useOpenTask()
  const answers = useAnswers(household)
  const tasks = tasksOf(work)
  const next = tasks[0]
  const foot = next && <Button kind="pri" large wide onClick={() => open(next)}>{t.carryOn(taskWords(next, t))}</Button>
  return (
    <PhonePage title={household.name} sub={household.code} back={`/thon/${household.hamlet}`} flush {...(foot ? { foot } : { nav: 'thon' as const })}>
      <div className="fx sm pad">
        <span className="gr">{[t.people(work.members.length), household.detail].filter(Boolean).join(' · ')}</span>
        <CallHousehold work={work} />
      </div>
      <VisitCard household={household} answers={answers} />
      <LocationCard household={household} answers={answers} />
      {tasks.length > 0 && <TaskList tasks={tasks} onOpen={open} />}
      {work.toClean > 0 && <CleanList work={work} />}
      <div className="sec"><h2>{t.members}</h2><LinkButton to={`/them/nguoi/${household.id}`} kind="quiet" icon="plus">{t.addPerson}</LinkButton></div>
      {work.members.length === 0 && <Empty icon="users" title={t.noMembers} />}
      <ul className="list">{work.members.map((member) => <MemberRow key={member.person.id} member={member} />)}</ul>
      <div className="pad st2">
        <LinkButton to={`/quet/${household.id}`} wide icon="scan">{scan}</LinkButton>
        <LinkButton to={`/phieu/${household.id}`} wide icon="pencil">{t.editHousehold}</LinkButton>
        <RequestCard card={household} answers={answers} />
      </div>
    </PhonePage>
  )
}

/** A button to call the household. Not shown if the number belongs to a member who refused to be called. */
function CallHousehold({ work: { household: { phone, commune }, members } }: { readonly work: HouseholdWork }) {
  const t = useText(collectTexts)
  const theirs = members.flatMap(({ person }) => (person.phone === phone ? [person] : []))
  const refuses = useRefuses(theirs, commune, 'contact')
  if (!phone || refuses !== false) return null
  return <a className="ib" href={`tel:${phone}`} aria-label={t.call(phone)}><Icon name="phone" /></a>
}

interface Task {
  /** `check` = a beneficiary check. */
  readonly kind: 'labour' | 'asxh' | 'check'
  readonly person: Card
  readonly form: Card | undefined
}

/** What is due at the door: first forms that need action, then returned ones, then drafts, then what nobody has begun. */
function tasksOf({ members }: HouseholdWork): readonly Task[] {
  const all = members.flatMap(({ person, labour, asxh, isLabourDue, isAsxhDue, isCheckDue }): Task[] => [
    ...(isLabourDue ? [{ kind: 'labour' as const, person, form: labour }] : []),
    ...(isAsxhDue ? [{ kind: 'asxh' as const, person, form: asxh }] : []),
    ...(isCheckDue ? [{ kind: 'check' as const, person, form: undefined }] : []),
  ])
  const order = ['action', 'returned', 'draft', 'none']
  return all.sort((a, b) => order.indexOf(displayState(a.form)) - order.indexOf(displayState(b.form)))
}

function useOpenTask() {
  const [, navigate] = useLocation()
  return ({ kind, person, form }: Task): void => navigate(kind === 'check' ? `/nguoi/${person.id}` : formRoute(kind, person.id, form))
}

type Words = Parameters<typeof memberWords>[2]

function taskWords({ kind, person, form }: Task, t: Words): string {
  if (form?.status === 'returned' && !form.hasDraft) return t.fixForm(person.name)
  return { labour: t.fillLabour, asxh: t.fillAsxh, check: t.checkAsxh }[kind](person.name)
}

function TaskList({ tasks, onOpen }: { readonly tasks: readonly Task[]; readonly onOpen: (task: Task) => void }) {
  const t = useText(collectTexts)
  return (
    <>
      <div className="sec"><h2>{t.todo}</h2><span className="n">{tasks.length}</span></div>
      <ul className="list">
        {tasks.map((task) => (
          <li key={task.kind + task.person.id}>
            <button type="button" className="row" onClick={() => onOpen(task)}>
              <div>
                <div className="t-m">{task.person.name}</div>
                <div className="m">{[t.kind[task.kind], task.form?.notes ? t.notesCount(task.form.notes) : ''].filter(Boolean).join(' · ')}</div>
                {task.form && <div className="due"><Pill state={displayState(task.form)} /></div>}
              </div>
              <Icon name="next" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function MemberRow({ member: { person, labour, asxh, isLabourDue, isLabourRefused, isAsxhRefused, isCheckDue } }: { readonly member: MemberWork }) {
  const t = useText(collectTexts)
  const check = useText(checkTexts)
  const { no } = useText(consentTexts)
  const rules = useWorkRules(person.commune)
  const about = [memberWords(person, rules.today, t), !isOfAge(person, rules) && !labour && t.under(rules.minAge), person.gone && t.gone, person.untraced && t.untraced]
  return (
    <li>
      <Link className="row" href={isOnlyDraft(person) ? `/phieu/${person.id}` : `/nguoi/${person.id}`}>
        <div>
          <div className="t-m">{person.name || t.person}</div>
          <div className="m">{about.filter(Boolean).join(' · ')}</div>
          <div className="due">
            {displayState(person) !== 'live' && <Pill state={displayState(person)} />}
            {!labour && isLabourDue && <Pill state="none" />}
            {(labour || isLabourRefused) && <span className="fx">{t.labour} {labour && <Pill state={displayState(labour)} />}{isLabourRefused && <Pill state="none" text={no} />}</span>}
            {asxh && <span className="fx">{t.asxh} {isCheckDue ? <Pill state="warn" text={check.due} /> : <Pill state={displayState(asxh)} />}{isAsxhRefused && <Pill state="none" text={no} />}</span>}
          </div>
        </div>
        <Icon name="next" />
      </Link>
    </li>
  )
}
