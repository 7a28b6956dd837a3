import { useState } from 'react'
import { useLocation } from 'wouter'
import { askedPurposes, consentFields, NOTICE_VERSION, saidToNotice, type LegalBasisOf } from '../../domain/consent'
import { sameAnswer, type Answers } from '../../domain/forms/answers'
import type { Card } from '../../domain/records/cards/card'
import { Button } from '../parts/Button'
import { Kv } from '../parts/Kv'
import { Sheet } from '../parts/frame/Sheet'
import { consentTexts } from '../text/consent'
import { dateWords } from '../text/dateWords'
import { useText } from '../text/useText'
import { NoticeForm } from './NoticeForm'

const saidFields: readonly string[] = ['noticeVersion', 'noticeOn', ...Object.values(consentFields)]

interface ConsentCardProps {
  readonly person: Card
  /** The answers of the record. */
  readonly known: Answers
  /** The answers with the person's draft (`newestAnswers`). */
  readonly answers: Answers
  readonly basis: LegalBasisOf
}

/**
 * Whether the notice was read to the person, and their consents. The notice can be read and answered again at any time. Answers that wait in the
 * person's draft are shown, marked as not sent.
 */
export function ConsentCard({ person, known, answers, basis }: ConsentCardProps) {
  const [, navigate] = useLocation()
  const t = useText(consentTexts)
  const [isOpen, setOpen] = useState(false)
  const isTold = answers.noticeVersion === NOTICE_VERSION
  const said = saidToNotice(answers)
  const isWaiting = saidFields.some((field) => !sameAnswer(known[field], answers[field]))
  const words = (word: unknown): string => (word === true ? t.yes : word === false ? t.no : '')
  const rows = [
    [t.row, isTold && typeof answers.noticeOn === 'string' ? t.told(dateWords(answers.noticeOn)) : t.notYet] as const,
    ...askedPurposes(basis).map((purpose) => [t.purpose[purpose], words(said[purpose])] as const),
  ]
  const saved = (_: Answers, isInDraft: boolean): void => {
    setOpen(false)
    if (isInDraft) navigate(`/phieu/${person.id}`)
  }
  return (
    <section className="card st2" aria-label={t.row}>
      <Kv rows={rows} />
      {isWaiting && <p className="sm mut">{t.notSent}</p>}
      <Button wide icon="note" onClick={() => setOpen(true)}>{isTold ? t.again : t.open}</Button>
      {isOpen && (
        <Sheet title={t.title} onClose={() => setOpen(false)}>
          <div className="in-pad"><NoticeForm person={person.id} commune={person.commune} answers={answers} basis={basis} save={t.saveOnly} onSaved={saved} /></div>
        </Sheet>
      )}
    </section>
  )
}
