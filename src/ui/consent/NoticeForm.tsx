import { useState } from 'react'
import { askedPurposes, noticeAnswers, purposes, saidToNotice, type Consents, type LegalBasisOf } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import { vietnamDay } from '../../domain/time'
import { useWriteAnswers } from '../collect/answers/useWriteAnswers'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { RadioCards } from '../parts/fields/RadioCards'
import { useToast } from '../parts/toast/useToast'
import { useServices } from '../services'
import { consentTexts } from '../text/consent'
import { useText } from '../text/useText'

interface NoticeFormProps {
  readonly person: string
  readonly commune: string
  /** The person's answers so far. */
  readonly answers: Answers
  readonly basis: LegalBasisOf
  /** Label of the button. */
  readonly save: string
  /** Gets the person's answers with the new ones; `isInDraft` = they wait in the person's draft, which somebody must send. */
  readonly onSaved: (answers: Answers, isInDraft: boolean) => void
}

/** The notice, to be read aloud, and the person's consent for each purpose that needs it. */
export function NoticeForm({ person, commune, answers, basis, save, onSaved }: NoticeFormProps) {
  const { holder, ledger, now } = useServices()
  const t = useText(consentTexts)
  const toast = useToast()
  const asked = askedPurposes(basis)
  const [said, setSaid] = useState<Consents>(() => saidToNotice(answers))
  const { write, trouble } = useWriteAnswers({ id: person, commune })
  const left = asked.filter((purpose) => said[purpose] === undefined).length

  const press = async (): Promise<void> => {
    const consents = Object.fromEntries(asked.map((purpose) => [purpose, said[purpose]]))
    const written = noticeAnswers(consents, { on: vietnamDay(now()), by: holder.userId }, answers)
    const recorded = await write(written)
    if (recorded === null) return
    if (recorded === 'inDraft') toast.show(t.inDraft)
    onSaved({ ...answers, ...written }, recorded === 'inDraft')
  }
  const contact = ledger.context(commune)?.settings.dataContact
  const byLaw = purposes.filter((purpose) => basis[purpose] === 'law')
  return (
    <div className="st4">
      <p className="mut">{t.readAloud}</p>
      <div className="card st2">{Object.values(t.notice).map((words) => <p key={words}>{words}</p>)}{contact && <p>{t.contact(contact)}</p>}</div>
      {byLaw.length > 0 && <div><p className="b">{t.byLaw}</p>{byLaw.map((purpose) => <p key={purpose} className="chk"><Icon name="check" small /><span>{t.purpose[purpose]}</span></p>)}</div>}
      {asked.map((purpose) => (
        <RadioCards
          key={purpose} legend={t.purpose[purpose]} row value={said[purpose] === undefined ? null : said[purpose] ? 'yes' : 'no'}
          options={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]}
          onChange={(value) => setSaid({ ...said, [purpose]: value === 'yes' })}
        />
      ))}
      {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
      <Button kind="pri" large wide off={left > 0} onClick={() => void press()}>{left > 0 ? t.choose(left) : save}</Button>
    </div>
  )
}
