import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { findForm, withExtensions } from '../../domain/forms/registry'
import type { Field } from '../../domain/forms/form'
import { answerWords, fieldLabel } from '../../domain/forms/words'
import type { Hold } from '../../domain/records/record'
import type { LocalRecord } from '../../storage/ledger'
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
  const holds = record?.server?.holds ?? []
  const left = holds.filter((hold) => !choices[hold.id]).length
  const save = async (): Promise<void> => {
    const made = holds.flatMap((hold) => (choices[hold.id] ? [{ hold: hold.id, take: choices[hold.id] as Take }] : []))
    const saved = await ledger.review([{ type: 'resolve', commune: record?.server?.commune ?? '', record: id, choices: made }])
    if (!saved.ok) return toast.show(t.saveFailed)
    toast.show(t.chosen)
    navigate('/viec', { replace: true })
    void sync.run('submit')
  }
  if (!record) return null
  return (
    <PhonePage
      title={t.conflictTitle} sub={cards.find((card) => card.id === id)?.name} back="history"
      foot={holds.length > 0 && <Button kind="pri" large wide off={left === holds.length} onClick={() => void save()}>{left > 0 && left < holds.length ? `${t.saveChoices} · ${t.chooseLeft(left)}` : left > 0 ? t.chooseLeft(left) : t.saveChoices}</Button>}
    >
      <div className="st4">
        {holds.length === 0 && <Empty icon="check" title={t.conflictNone} />}
        {holds.length > 0 && <Box icon="info">{holds.some((hold) => hold.reason === 'locked') ? t.conflictLocked : t.conflictHelp}</Box>}
        {holds.map((hold) => <Choice key={hold.id} record={record} hold={hold} take={choices[hold.id] ?? null} onTake={(take) => setChoices((before) => ({ ...before, [hold.id]: take }))} />)}
      </div>
    </PhonePage>
  )
}

function Choice({ record, hold, take, onTake }: { readonly record: LocalRecord; readonly hold: Hold; readonly take: Take | null; readonly onTake: (take: Take) => void }) {
  const { ledger, now } = useServices()
  const t = useText(collectTexts)
  const { language } = useLanguage()
  const commune = record.server?.commune ?? ''
  const context = ledger.context(commune)
  const definition = findForm(record.form)
  const field: Field | undefined = definition && withExtensions(definition, context?.extensions ?? []).fields[hold.field]
  const name = (user: string | undefined): string => context?.people.find((person) => person.id === user)?.name ?? ''
  const words = (value: Hold['value'] | undefined): string => (field && answerWords(field, value ?? undefined, language)) || t.blank
  return (
    <RadioCards<Take>
      legend={field ? fieldLabel(field, language) : hold.field} value={take} onChange={onTake}
      options={[
        { value: 'current', label: words(record.server?.answers[hold.field]), hint: t.current(name(record.server?.submission?.by)) },
        { value: 'held', label: words(hold.value), hint: t.other(name(hold.by) || t.somebody, momentWords(hold.at, now())) },
      ]}
    />
  )
}
