import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Field } from '../../domain/forms/form'
import { fieldLabel } from '../../domain/forms/words'
import type { Hold, RegisterRecord } from '../../domain/records/record'
import type { LocalRecord } from '../../storage/ledger'
import { isCovered } from '../answers/isCovered'
import { useAnswer } from '../answers/useAnswer'
import { formAt } from '../form/formAt'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Empty } from '../parts/Empty'
import { PhonePage } from '../parts/PhonePage'
import { RadioCards } from '../parts/RadioCards'
import { useToast } from '../parts/useToast'
import { useCards } from '../parts/useCards'
import { useServices } from '../services'
import { collectTexts } from '../text/collect'
import { useLanguage } from '../text/language'
import { momentWords } from '../text/moments'
import { useText } from '../text/useText'

type Take = 'current' | 'held'

/** Two people wrote different values: both are shown one above the other, nothing is chosen beforehand. */
export function ConflictScreen({ id }: { readonly id: string }) {
  const { ledger, sync } = useServices()
  const t = useText(collectTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const cards = useCards()
  const [record, setRecord] = useState<LocalRecord | null>(null)
  const [choices, setChoices] = useState<Readonly<Record<string, Take>>>({})
  useEffect(() => {
    let live = true
    void ledger.getRecord(id).then((found) => { if (live) setRecord(found ?? null) })
    return () => { live = false }
  }, [ledger, id, cards])
  const server = record?.server
  const holds = record?.holds ?? []
  const left = holds.filter((hold) => !choices[hold.id]).length
  const save = async (): Promise<void> => {
    const made = holds.flatMap((hold) => (choices[hold.id] ? [{ hold: hold.id, take: choices[hold.id] as Take }] : []))
    const saved = await ledger.review([{ type: 'resolve', commune: server?.commune ?? '', record: id, choices: made }])
    if (!saved.ok) return toast.show(t.saveFailed)
    toast.show(t.chosen)
    navigate('/viec', { replace: true })
    void sync.run('submit')
  }
  if (!server) return null
  const saidByEither = { ...server.answers, ...Object.fromEntries(holds.map((hold) => [hold.id, hold.value ?? undefined])) }
  const form = formAt(ledger, server.form, server.commune)
  return (
    <PhonePage
      title={t.conflictTitle} sub={cards.find((card) => card.id === id)?.name} back="history"
      foot={holds.length > 0 && <Button kind="pri" large wide off={left === holds.length} onClick={() => void save()}>{left > 0 && left < holds.length ? `${t.saveChoices} · ${t.chooseLeft(left)}` : left > 0 ? t.chooseLeft(left) : t.saveChoices}</Button>}
    >
      <div className="st4">
        {holds.length === 0 && <Empty icon="check" title={t.conflictNone} />}
        {holds.length > 0 && <Box icon="info">{holds.some((hold) => hold.reason === 'locked') ? t.conflictLocked : t.conflictHelp}</Box>}
        {holds.map((hold) => <Choice key={hold.id} record={server} field={form?.fields[hold.field] ?? unknownField(hold.field)} hold={hold} covered={form !== undefined && isCovered(form, saidByEither, hold.field)} take={choices[hold.id] ?? null} onTake={(take) => setChoices((before) => ({ ...before, [hold.id]: take }))} />)}
      </div>
    </PhonePage>
  )
}

interface ChoiceProps {
  readonly record: RegisterRecord
  readonly field: Field
  readonly hold: Hold
  /** The record or one of its values says what must not be read by chance. */
  readonly covered: boolean
  readonly take: Take | null
  readonly onTake: (take: Take) => void
}

function Choice({ record, field, hold, covered, take, onTake }: ChoiceProps) {
  const { ledger, now } = useServices()
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const question = { commune: record.commune, fieldId: hold.field, field, covered }
  const current = useAnswer({ ...question, value: record.answers[hold.field] })
  const held = useAnswer({ ...question, value: hold.value ?? undefined })
  const author = ledger.context(record.commune)?.people.find((person) => person.id === hold.by)?.name ?? t.somebody
  return (
    <RadioCards<Take>
      legend={fieldLabel(field, language)} value={take} onChange={onTake}
      options={[
        { value: 'current', label: current.words || t.blank, hint: t.current, beside: current.control },
        { value: 'held', label: held.words || t.blank, hint: t.other(author, momentWords(hold.at, now())), beside: held.control },
      ]}
    />
  )
}

/** Of a form that is newer than this app: what was answered is shown as it stands. */
const unknownField = (label: string): Field => ({ kind: 'text', label, required: false })
