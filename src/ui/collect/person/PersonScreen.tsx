import { Link, Redirect, useLocation } from 'wouter'
import { isRefused, refuses } from '../../../domain/consent'
import { displayState, isOnlyDraft, type Card } from '../../../domain/records/cards/card'
import { isCheckable, isCheckDue } from '../../../domain/records/round/beneficiaryCheck'
import { labourForms } from '../../../domain/records/survey'
import { isDoorClosed, isOfAge } from '../../../domain/records/round/worklist'
import { refusedNow } from '../../consent/refusedNow'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Empty } from '../../parts/states/Empty'
import { LinkButton } from '../../parts/LinkButton'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Pill } from '../../parts/Pill'
import { useCards } from '../../parts/reading/useCards'
import { useServices } from '../../services'
import { collectTexts } from '../../text/collect'
import { consentTexts } from '../../text/consent'
import { dateWords } from '../../text/dateWords'
import { useText } from '../../text/useText'
import { formRoute } from '../AddScreens'
import { BeneficiaryCheck } from '../check/BeneficiaryCheck'
import { CallPerson } from './CallPerson'
import { memberWords } from '../household/memberWords'
import { PersonChecks } from './PersonChecks'
import { RequestCard } from '../request/RequestCard'
import { SameNumber } from './SameNumber'
import { useAnswers } from '../answers/useAnswers'
import { useNewestAnswers } from '../answers/useNewestAnswers'
import { useWorkRules } from '../hamlet/useRound'

/** One person: who it is, warnings, the two forms and the checks. */
export function PersonScreen({ id }: { readonly id: string }) {
  const t = useText(collectTexts)
  const person = useCards().find((card) => card.id === id)
  if (!person) return <PhonePage title={t.notFound} back="/thon"><Empty icon="search" title={t.notFound}><LinkButton to="/thon">{t.back}</LinkButton></Empty></PhonePage>
  if (isOnlyDraft(person)) return <Redirect to={`/phieu/${id}`} replace />
  return <Resident person={person} />
}

function Resident({ person }: { readonly person: Card }) {
  const t = useText(collectTexts)
  const { ledger } = useServices()
  const cards = useCards()
  const rules = useWorkRules(person.commune)
  const answers = useAnswers(person)
  const said = useNewestAnswers([person.id])
  const [newest] = said ?? []
  const refused = refusedNow(person, newest)
  const saidNo = (kind: FormKind): boolean => isRefused(refused, kind, rules.basis)
  const { current: labour, earlier } = labourForms(cards, person.id, rules.survey)
  const asxh = cards.find((card) => card.kind === 'asxh' && card.person === person.id)
  const door = ledger.card(person.household ?? '')
  const hamlet = ledger.context(person.commune)?.hamlets.find((each) => each.id === person.hamlet)
  const isDue = isCheckDue(person, asxh, { since: rules.checkedSince, isOver: door !== undefined && isDoorClosed(door) })
  const check = isCheckable(asxh) && <BeneficiaryCheck person={person} asxh={asxh} rules={rules} isDue={isDue} />
  return (
    <PhonePage title={person.name} sub={memberWords(person, rules.today, t)} back={`/ho/${person.household}`} nav="thon">
      <div className="st4">
        {door && <LinkButton to={`/ho/${door.id}`} kind="quiet" icon="home">{[t.ofHousehold(door.name), hamlet?.name].filter(Boolean).join(' · ')}</LinkButton>}
        {displayState(person) !== 'live' && <p><Pill state={displayState(person)} /></p>}
        <SameNumber person={person} />
        {isDue && check}
        {isOfAge(person, rules) || labour
          ? <FormCard kind="labour" person={person} saidNo={saidNo('labour')} form={labour} earlier={earlier} />
          : <Box icon="info">{t.tooYoung(rules.minAge)}</Box>}
        <FormCard kind="asxh" person={person} saidNo={saidNo('asxh')} form={asxh} />
        {!isDue && check}
        <PersonChecks person={person} answers={answers} newest={newest} basis={rules.basis} />
        <CallPerson person={person} refuses={said && refuses(refused, 'contact', rules.basis)} />
        <LinkButton to={`/phieu/${person.id}`} wide icon="pencil">{t.editPerson}</LinkButton>
        <RequestCard card={person} answers={answers} />
      </div>
    </PhonePage>
  )
}

type FormKind = 'labour' | 'asxh'

interface FormCardProps {
  readonly kind: FormKind
  readonly person: Card
  /** Whether the person refused the purpose of the form, even if that was not sent yet. */
  readonly saidNo: boolean
  readonly form: Card | undefined
  /** The newest labour form of an earlier survey. */
  readonly earlier?: Card | undefined
}

function FormCard({ kind, person, saidNo, form, earlier }: FormCardProps) {
  const t = useText(collectTexts)
  const consent = useText(consentTexts)
  const [, navigate] = useLocation()
  const isStopped = !form && saidNo
  const title = kind === 'labour' ? t.labourForm : t.asxhForm
  const start = kind === 'labour' ? t.startLabour : t.startAsxh
  return (
    <section className="card st2">
      <div className="fx sb"><h2>{title}</h2>{isStopped ? <Pill state="none" text={consent.no} /> : <Pill state={displayState(form)} />}</div>
      {isStopped && <p className="sm">{consent.refused}</p>}
      {form && form.notes > 0 && <p className="sm">{t.notesCount(form.notes)}</p>}
      {!isStopped && <Button {...(!form && { kind: 'pri' as const })} wide onClick={() => navigate(formRoute(kind, person.id, form))} aria-label={form ? `${t.openForm}: ${title}` : start}>{form ? t.openForm : start}</Button>}
      {earlier && !form && !isStopped && <p className="sm mut">{t.earlierOffered}</p>}
      {earlier && <Link className="sm" href={`/phieu/${earlier.id}`}>{t.earlierForm(dateWords(earlier.checkedOn ?? ''))}</Link>}
    </section>
  )
}
