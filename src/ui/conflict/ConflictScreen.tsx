import { useState, type ComponentType, type ReactNode } from 'react'
import { mayReadHivGroups } from '../../domain/access'
import type { AnswerValue } from '../../domain/forms/answers'
import type { Field } from '../../domain/forms/form'
import { isCovered } from '../../domain/forms/subjects/isCovered'
import { fieldLabel } from '../../domain/forms/wording/words'
import { correctionsOf, disputesOf, type Dispute } from '../../domain/records/judging/disputes'
import { isReviewersChoice, mayTake } from '../../domain/records/judging/holds'
import type { Hold, RegisterRecord } from '../../domain/records/record'
import { AnswerView } from '../answers/AnswerView'
import { Beside } from '../answers/Beside'
import { useAnswers, type QuestionInput, type ReadableAnswer } from '../answers/useAnswer'
import { formAt } from '../form/formAt'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Empty } from '../parts/states/Empty'
import { Kv } from '../parts/Kv'
import { RadioCards } from '../parts/fields/RadioCards'
import { useLocalRecord } from '../parts/reading/useLocalRecord'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useLanguage } from '../text/language'
import { momentWords } from '../text/moments'
import { useText } from '../text/useText'
import { keyOf, useChoices, type Chosen, type ChosenState, type Disputed } from './useChoices'
import { questionId, WrongChoices } from './WrongChoices'

export interface ConflictFrameProps {
  readonly title: string
  readonly sub?: ReactNode
  /** The button that saves, below the content; `null` or `false` = nothing can be saved. */
  readonly foot: ReactNode
  readonly children: ReactNode
}

interface ConflictScreenProps {
  readonly id: string
  /** The frame of the phone or of the desk. */
  readonly Frame: ComponentType<ConflictFrameProps>
}

/**
 * The conflict screen: all values that people wrote differently, one above the other. None is chosen beforehand. On corrections of an accepted
 * form only the supervisor decides; others can read them.
 */
export function ConflictScreen({ id, Frame }: ConflictScreenProps) {
  const t = useText(collectTexts)
  const record = useLocalRecord(id)
  // Kept at this level, so that choices survive a replica that starts again: the record is gone for a moment then.
  const chosen = useState<Chosen>({})
  if (record === null) return null
  if (!record?.server) return <Frame title={t.conflictTitle} foot={null}><Empty icon="search" title={t.notFound} /></Frame>
  return <Choosing id={id} server={record.server} pending={record.pending} holds={record.holds} chosen={chosen} Frame={Frame} />
}

interface ChoosingProps extends ConflictScreenProps, Pick<Disputed, 'server' | 'pending'> {
  readonly holds: readonly Hold[]
  readonly chosen: ChosenState
}

function Choosing({ id, server, pending, holds, chosen, Frame }: ChoosingProps) {
  const { holder, ledger } = useServices()
  const t = useText(collectTexts)
  const mayChoose = holds.every((hold) => mayTake(holder.role, server, hold))
  const form = formAt(ledger, server.form, server.commune)
  const saidByAny = { ...server.answers, ...Object.fromEntries(holds.map((hold) => [hold.id, hold.value ?? undefined])) }
  const isSecret = ({ field }: Pick<Dispute, 'field'>): boolean => form !== undefined && isCovered(form, saidByAny, field)
  const isKept = (dispute: Pick<Dispute, 'field'>): boolean => !mayReadHivGroups(holder.role) && isSecret(dispute)
  const disputes = disputesOf(holds)
  const mine = disputes.filter((dispute) => mayChoose && !isKept(dispute))
  const choices = useChoices({ server, pending, form }, mine, chosen)
  const { taken, take, left, errors, tries, save } = choices
  const why = holds.some((hold) => isReviewersChoice(server, hold)) ? (mayChoose ? t.conflictLocked : t.conflictWaits) : t.conflictHelp
  return (
    <Frame
      title={t.conflictTitle} sub={ledger.card(id)?.name}
      foot={mine.length > 0 && <Button kind="pri" large wide off={left === mine.length} onClick={() => void save()}>{left > 0 && left < mine.length ? `${t.saveChoices} · ${t.chooseLeft(left)}` : left > 0 ? t.chooseLeft(left) : t.saveChoices}</Button>}
    >
      <div className="st4">
        {form && errors.length > 0 && <WrongChoices key={tries} form={form} errors={errors} isChosenHere={(field) => mine.some((dispute) => dispute.field === field)} isKept={(field) => isKept({ field })} />}
        {holds.length === 0 ? <Empty icon="check" title={t.conflictNone} /> : <Box icon="info">{why}</Box>}
        {mayChoose && mine.length < disputes.length && <Box icon="lock">{t.conflictSecret}</Box>}
        <WholeCorrections record={server} mine={mine} onTake={choices.takeWhole} />
        {disputes.map((dispute) => {
          const field = form?.fields[dispute.field] ?? unknownField(dispute.field)
          const values = { record: server, dispute, field, covered: isSecret(dispute) }
          const key = keyOf(server, dispute)
          if (!mine.includes(dispute)) return <Values key={key} {...values} />
          return <div key={key} id={questionId(dispute.field)}><Choice {...values} take={taken(dispute)} onTake={(value) => take(dispute, value)} /></div>
        })}
      </div>
    </Frame>
  )
}

interface WholeCorrectionsProps {
  readonly record: RegisterRecord
  readonly mine: readonly Dispute[]
  readonly onTake: (correction: readonly Hold[] | undefined) => void
}

/** The answers of one correction may be right only together. One press chooses all of them; they can be checked before they are saved. */
function WholeCorrections({ record, mine, onTake }: WholeCorrectionsProps) {
  const t = useText(collectTexts)
  const authorsOf = useAuthors(record)
  const corrections = correctionsOf(mine)
  if (corrections.length === 0) return null
  return (
    <div className="st2">
      {corrections.map((holds) => <Button key={holds[0]!.id} wide onClick={() => onTake(holds)}>{t.takeWhole(authorsOf(holds.slice(0, 1)))}</Button>)}
      <Button wide onClick={() => onTake(undefined)}>{t.keepWhole}</Button>
    </div>
  )
}

interface ValuesProps {
  readonly record: RegisterRecord
  readonly field: Field
  readonly dispute: Dispute
  /** Whether the values are covered (`isCovered`), because the record or one of the held values names an HIV group. */
  readonly covered: boolean
}

interface ChoiceProps extends ValuesProps {
  readonly take: string | null
  readonly onTake: (take: string) => void
}

function Choice({ take, onTake, ...values }: ChoiceProps) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const authorsOf = useAuthors(values.record)
  const { record, field, dispute } = values
  const [current, ...held] = useAnswers(questionOf(values), [record.answers[dispute.field], ...dispute.sides.map(valueOf)])
  const words = (answer: ReadableAnswer | undefined, other: ReadableAnswer | undefined) => {
    if (!answer?.words) return t.blank
    return typeof answer.words === 'string' && typeof other?.words === 'string' && other.words ? <Beside text={answer.words} other={other.words} /> : answer.words
  }
  return (
    <RadioCards
      legend={fieldLabel(field, language)} value={take} onChange={onTake}
      options={[
        { value: 'current', label: words(current, held[0]), hint: t.current, beside: current?.control },
        ...dispute.sides.map((side, at) => ({ value: side[0]!.id, label: words(held[at], current), hint: authorsOf(side), beside: held[at]?.control })),
      ]}
    />
  )
}

/** The same values, read-only, if somebody else has to choose. */
function Values(values: ValuesProps) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const authorsOf = useAuthors(values.record)
  const { record, field, dispute } = values
  const read = (value: AnswerValue | undefined) => (value === undefined ? t.blank : <AnswerView {...questionOf(values)} value={value} />)
  return (
    <section className="card st2">
      <h2>{fieldLabel(field, language)}</h2>
      <Kv rows={[[t.current, read(record.answers[dispute.field])]]} />
      {dispute.sides.map((side) => <Kv key={side[0]!.id} rows={[[authorsOf(side), read(valueOf(side))]]} />)}
    </section>
  )
}

const valueOf = ([hold]: readonly Hold[]): AnswerValue | undefined => hold?.value ?? undefined

const questionOf = ({ record, field, dispute, covered }: ValuesProps): QuestionInput =>
  ({ commune: record.commune, fieldId: dispute.field, field, covered })

/** Words for who wrote a held value, and when. */
function useAuthors({ commune }: RegisterRecord): (side: readonly Hold[]) => string {
  const { ledger, now } = useServices()
  const t = useText(collectTexts)
  const nameOf = (id: string) => ledger.context(commune)?.people.find((person) => person.id === id)?.name ?? t.somebody
  return (side) => side.map(({ by, at }) => t.other(nameOf(by), momentWords(at, now()))).join(', ')
}

/** Stands for a field of a form version that is newer than this app: its answer is shown as it is stored. */
const unknownField = (label: string): Field => ({ kind: 'text', label, required: false })
