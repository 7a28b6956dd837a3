import { useEffect, useState, type ReactNode } from 'react'
import { isNoticeDue, isRefused } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import type { Draft } from '../../storage/ledger'
import { Empty } from '../parts/states/Empty'
import { LinkButton } from '../parts/LinkButton'
import { PhonePage } from '../parts/frame/PhonePage'
import { useRaise } from '../parts/reading/useRaise'
import { useServices } from '../services'
import { consentTexts } from '../text/consent'
import { useText } from '../text/useText'
import { legalBasisIn } from './legalBasisIn'
import { NoticeForm } from './NoticeForm'

interface NoticeGateProps {
  readonly draft: Draft
  readonly back: string
  readonly children: ReactNode
}

/**
 * Before the first form about a person is filled they are told what becomes of their data, once for each text of the notice. A
 * correction of what was sent before is not stopped.
 */
export function NoticeGate({ draft, back, children }: NoticeGateProps) {
  const { ledger } = useServices()
  const raise = useRaise()
  const t = useText(consentTexts)
  const { person } = draft.head
  const isFirst = person !== null && draft.base === 0
  const [answers, setAnswers] = useState<Answers | 'loading' | 'unknown'>(isFirst ? 'loading' : 'unknown')
  useEffect(() => {
    if (!isFirst) return
    let live = true
    void Promise.all([ledger.findDraft(person), ledger.getRecord(person)]).then(([open, known]) => {
      // What waits in a draft of the person counts: it will be sent with it.
      if (live) setAnswers(open?.answers ?? known?.answers ?? 'unknown')
    }).catch(raise)
    return () => { live = false }
  }, [ledger, person, isFirst, raise])
  const goOn = (now: Answers): void => {
    setAnswers(now)
    // The form is another page: it begins at its top.
    window.scrollTo(0, 0)
  }
  if (answers === 'loading') return null
  if (answers === 'unknown' || person === null) return children
  const basis = legalBasisIn(ledger, draft.commune)
  if (isNoticeDue(answers, basis)) {
    return <PhonePage title={t.title} sub={String(answers.fullName ?? '')} back={back} close><NoticeForm person={person} commune={draft.commune} answers={answers} basis={basis} save={t.save} onSaved={goOn} /></PhonePage>
  }
  if (isRefused(answers, draft.head.kind, basis)) {
    return <PhonePage title={t.title} sub={String(answers.fullName ?? '')} back={back} close><Empty icon="stop" title={t.refused}><p>{t.refusedHelp}</p><LinkButton to={back}>{t.back}</LinkButton></Empty></PhonePage>
  }
  return children
}
