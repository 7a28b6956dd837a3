import { useState } from 'react'
import { askedPurposes, NOTICE_VERSION, saidToNotice } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import type { Card } from '../../domain/records/cards/card'
import { Button } from '../parts/Button'
import { Kv } from '../parts/Kv'
import { Sheet } from '../parts/frame/Sheet'
import { useServices } from '../services'
import { consentTexts } from '../text/consent'
import { dateWords } from '../text/dateWords'
import { useText } from '../text/useText'
import { legalBasisIn } from './legalBasisIn'
import { NoticeForm } from './NoticeForm'

/** Whether the person was told about their data, and what they said; both can be taken up again at any time. */
export function ConsentCard({ person, answers }: { readonly person: Card; readonly answers: Answers }) {
  const { ledger } = useServices()
  const t = useText(consentTexts)
  const [isOpen, setOpen] = useState(false)
  const basis = legalBasisIn(ledger, person.commune)
  const isTold = answers.noticeVersion === NOTICE_VERSION
  const said = saidToNotice(answers)
  const words = (word: unknown): string => (word === true ? t.yes : word === false ? t.no : '')
  const rows = [
    [t.row, isTold && typeof answers.noticeOn === 'string' ? t.told(dateWords(answers.noticeOn)) : t.notYet] as const,
    ...askedPurposes(basis).map((purpose) => [t.purpose[purpose], words(said[purpose])] as const),
  ]
  return (
    <section className="card st2" aria-label={t.row}>
      <Kv rows={rows} />
      <Button wide icon="note" onClick={() => setOpen(true)}>{isTold ? t.again : t.open}</Button>
      {isOpen && (
        <Sheet title={t.title} onClose={() => setOpen(false)}>
          <div className="in-pad"><NoticeForm person={person.id} commune={person.commune} answers={answers} basis={basis} save={t.saveOnly} onSaved={() => setOpen(false)} /></div>
        </Sheet>
      )}
    </section>
  )
}
