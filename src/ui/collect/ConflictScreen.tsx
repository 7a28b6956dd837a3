import { useState, type ComponentType, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { Field } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/words'
import { isReviewersChoice, mayTake } from '../../domain/records/holds'
import type { Hold, RegisterRecord } from '../../domain/records/record'
import { AnswerView } from '../answers/AnswerView'
import { isCovered } from '../answers/isCovered'
import { useAnswer, type AnswerInput } from '../answers/useAnswer'
import { formAt } from '../form/formAt'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Empty } from '../parts/Empty'
import { Kv } from '../parts/Kv'
import { PhonePage } from '../parts/PhonePage'
import { RadioCards } from '../parts/RadioCards'
import { useLocalRecord } from '../parts/useLocalRecord'
import { useToast } from '../parts/useToast'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useLanguage } from '../text/language'
import { momentWords } from '../text/moments'
import { useText } from '../text/useText'

type Take = 'current' | 'held'

export interface ConflictFrameProps {
  readonly title: string
  readonly sub?: ReactNode
  /** What ends the screen. */
  readonly foot: ReactNode
  readonly children: ReactNode
}

interface ConflictScreenProps {
  readonly id: string
  /** Of the phone, unless told. */
  readonly Frame?: ComponentType<ConflictFrameProps>
}

/**
 * Two people wrote different values: both are shown one above the other, nothing is chosen beforehand. Corrections of an accepted form
 * are the reviewer's to decide on, others read them.
 */
export function ConflictScreen({ id, Frame = PhoneFrame }: ConflictScreenProps) {
  const { holder, ledger, sync } = useServices()
  const t = useText(collectTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const record = useLocalRecord(id)
  const [choices, setChoices] = useState<Readonly<Record<string, Take>>>({})
  if (!record?.server) return null
  const { server, holds } = record
  const mayChoose = holds.every((hold) => mayTake(holder.role, server, hold))
  const left = holds.filter((hold) => !choices[hold.id]).length
  const save = async (): Promise<void> => {
    const made = holds.flatMap((hold) => (choices[hold.id] ? [{ hold: hold.id, take: choices[hold.id] as Take }] : []))
    const saved = await ledger.review([{ type: 'resolve', commune: server.commune, record: id, choices: made }])
    if (!saved.ok) return toast.show(t.saveFailed)
    toast.show(t.chosen)
    navigate('/viec', { replace: true })
    void sync.run('submit')
  }
  const why = holds.some((hold) => isReviewersChoice(server, hold)) ? (mayChoose ? t.conflictLocked : t.conflictWaits) : t.conflictHelp
  const saidByEither = { ...server.answers, ...Object.fromEntries(holds.map((hold) => [hold.id, hold.value ?? undefined])) }
  const form = formAt(ledger, server.form, server.commune)
  return (
    <Frame
      title={t.conflictTitle} sub={ledger.card(id)?.name}
      foot={mayChoose && holds.length > 0 && <Button kind="pri" large wide off={left === holds.length} onClick={() => void save()}>{left > 0 && left < holds.length ? `${t.saveChoices} · ${t.chooseLeft(left)}` : left > 0 ? t.chooseLeft(left) : t.saveChoices}</Button>}
    >
      <div className="st4">
        {holds.length === 0 ? <Empty icon="check" title={t.conflictNone} /> : <Box icon="info">{why}</Box>}
        {holds.map((hold) => {
          const field = form?.fields[hold.field] ?? unknownField(hold.field)
          const sides = { record: server, hold, field, covered: form !== undefined && isCovered(form, saidByEither, hold.field) }
          if (!mayChoose) return <TwoValues key={hold.id} {...sides} />
          return <Choice key={hold.id} {...sides} take={choices[hold.id] ?? null} onTake={(take) => setChoices((before) => ({ ...before, [hold.id]: take }))} />
        })}
      </div>
    </Frame>
  )
}

const PhoneFrame = (props: ConflictFrameProps) => <PhonePage {...props} back="history" />

interface Sides {
  readonly record: RegisterRecord
  readonly field: Field
  readonly hold: Hold
  /** The record or one of its values says what must not be read by chance. */
  readonly covered: boolean
}

interface ChoiceProps extends Sides {
  readonly take: Take | null
  readonly onTake: (take: Take) => void
}

function Choice({ take, onTake, ...sides }: ChoiceProps) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const author = useAuthor(sides)
  const [recorded, kept] = answersOf(sides)
  const current = useAnswer(recorded)
  const held = useAnswer(kept)
  return (
    <RadioCards<Take>
      legend={fieldLabel(sides.field, language)} value={take} onChange={onTake}
      options={[
        { value: 'current', label: current.words || t.blank, hint: t.current, beside: current.control },
        { value: 'held', label: held.words || t.blank, hint: author, beside: held.control },
      ]}
    />
  )
}

/** The same to read, where somebody else is to choose. */
function TwoValues(sides: Sides) {
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const author = useAuthor(sides)
  const [current, held] = answersOf(sides).map((answer) => (answer.value === undefined ? t.blank : <AnswerView {...answer} />))
  return <section className="card st2"><h2>{fieldLabel(sides.field, language)}</h2><Kv rows={[[t.current, current], [author, held]]} /></section>
}

function answersOf({ record, field, hold, covered }: Sides): readonly [AnswerInput, AnswerInput] {
  const question = { commune: record.commune, fieldId: hold.field, field, covered }
  return [{ ...question, value: record.answers[hold.field] }, { ...question, value: hold.value ?? undefined }]
}

/** Who wrote the value kept aside, and when. */
function useAuthor({ record, hold }: Sides): string {
  const { ledger, now } = useServices()
  const t = useText(collectTexts)
  const author = ledger.context(record.commune)?.people.find((person) => person.id === hold.by)?.name ?? t.somebody
  return t.other(author, momentWords(hold.at, now()))
}

/** Of a form that is newer than this app: what was answered is shown as it stands. */
const unknownField = (label: string): Field => ({ kind: 'text', label, required: false })
