import { useState } from 'react'
import { useLocation } from 'wouter'
import { answerWords } from '../../../domain/forms/wording/answerWords'
import { beneficiaryCheckResults, person3Fields, type BeneficiaryCheckResult } from '../../../domain/forms/definitions/person/person3'
import { maskedNumber } from '../../../domain/identity/maskedNumber'
import { askedPeriod, lastCheckedOn } from '../../../domain/records/round/beneficiaryCheck'
import type { Card } from '../../../domain/records/cards/card'
import type { WorkRules } from '../../../domain/records/round/worklist'
import { Button } from '../../parts/Button'
import { Kv } from '../../parts/Kv'
import { Pill } from '../../parts/Pill'
import { RadioCards } from '../../parts/fields/RadioCards'
import { UnsentField } from '../../parts/fields/UnsentField'
import { useUnsentNotes, type NotesBeingWritten } from '../../parts/fields/useUnsentNotes'
import { checkTexts } from '../../text/check'
import { dateWords } from '../../text/dateWords'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'
import { useAnswers } from '../answers/useAnswers'
import { recordSummary } from './recordSummary'
import { useRecordCheck } from './useRecordCheck'

interface BeneficiaryCheckProps {
  readonly person: Card
  /** A record that can be checked (`isCheckable`). */
  readonly asxh: Card
  readonly rules: WorkRules
  /** Whether the check is due (`isCheckDue`). */
  readonly isDue: boolean
}

/** The beneficiary check of a person: an open form if it is due, otherwise the day of the last check and a button to check again. */
export function BeneficiaryCheck({ person, asxh, rules, isDue }: BeneficiaryCheckProps) {
  const t = useText(checkTexts)
  const [isOpened, setOpened] = useState(false)
  const isOpen = isDue || isOpened
  const day = lastCheckedOn(person, asxh)
  const unsent = useUnsentNotes(person.id)
  return (
    <section className="card st2" aria-label={t.title}>
      <div className="fx sb"><h2>{t.title}</h2>{isDue && <Pill state="warn" text={t.due} />}</div>
      <p className="sm mut">{day ? t.last(dateWords(day)) : t.never}</p>
      {isOpen
        ? <CheckForm person={person} asxh={asxh} rules={rules} last={day} unsent={unsent} onDone={() => setOpened(false)} />
        : <><Noted unsent={unsent} /><Button wide icon="todo" onClick={() => setOpened(true)}>{t.again}</Button></>}
    </section>
  )
}

/** A note of what changed, if the record could not be corrected at once. It stays for the person who corrects it later, until they delete it. */
function Noted({ unsent, isAsked = false }: { readonly unsent: NotesBeingWritten; readonly isAsked?: boolean }) {
  const t = useText(checkTexts)
  return isAsked || unsent.notes[NOTED] !== undefined ? <UnsentField at={unsent} field={NOTED} label={t.noted} hint={t.notedHint} maxLength={NOTED_MOST} /> : null
}

/** The possible results of asking. `gone` is not a check: it is recorded in the person's form. */
type Choice = BeneficiaryCheckResult | 'gone'
/** Group of the person's form in which `gone` is recorded. */
const RESIDENCE = 'residence'

const NOTED = 'beneficiaryChange'
const NOTED_MOST = 300

const hintOf = (result: BeneficiaryCheckResult, t: { readonly changedHint: string; readonly notMetHint: string }): string | undefined => ({ '1': undefined, '2': t.changedHint, '3': t.notMetHint })[result]

function CheckForm({ person, asxh, rules, last, unsent, onDone }: Omit<BeneficiaryCheckProps, 'isDue'> & { readonly last: string | undefined; readonly unsent: NotesBeingWritten; readonly onDone: () => void }) {
  const t = useText(checkTexts)
  const { language } = useLanguage()
  const answers = useAnswers(asxh)
  const [result, setResult] = useState<Choice | null>(null)
  const [paid, setPaid] = useState<'yes' | 'no' | null>(null)
  const { record, trouble, isAway } = useRecordCheck(person, asxh, onDone)
  const [, navigate] = useLocation()
  const isMet = result === '1' || result === '2'
  const save = (): void => {
    if (result === 'gone') navigate(`/phieu/${person.id}?muc=${RESIDENCE}`)
    else if (result !== null) void record({ result, paidInFull: isMet && paid !== null ? paid === 'yes' : null })
  }
  return (
    <div className="st4">
      {answers && <Kv rows={[...recordSummary(answers, { today: rules.today, language, t }), [t.phone, person.phone], [t.number, person.number && maskedNumber(person.number)]]} />}
      <RadioCards<Choice>
        legend={t.question} hint={last ? t.ask(monthWords(last, rules.today)) : t.askNever} value={result} onChange={setResult}
        options={[
          ...beneficiaryCheckResults.map(({ code }) => ({ value: code, label: answerWords(person3Fields.beneficiaryCheck, code, language), hint: hintOf(code, t) })),
          { value: 'gone', label: t.gone, hint: t.goneHint },
        ]}
      />
      {isMet && (
        <RadioCards
          legend={t.paid(monthWords(askedPeriod(rules.today), rules.today))} hint={t.paidHint} row value={paid} onChange={setPaid}
          options={[{ value: 'yes', label: t.paidYes }, { value: 'no', label: t.paidNo }]}
        />
      )}
      {trouble && <p className="f-e" role="alert">{trouble}</p>}
      <Noted unsent={unsent} isAsked={isAway} />
      <Button kind="pri" large wide off={result === null} onClick={save}>{result === null ? t.choose : result === 'gone' ? t.openResidence : t.save}</Button>
    </div>
  )
}

/** `5`, or `5/2025` if it is not this year. */
function monthWords(day: string, today: string): string {
  const [year, month] = day.split('-')
  return year === today.slice(0, 4) ? String(Number(month)) : `${Number(month)}/${year}`
}
