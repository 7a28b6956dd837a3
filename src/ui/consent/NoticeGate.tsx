import { useEffect, useState, type ReactNode } from 'react'
import { isNoticeDue, isRefused, refusedPurposes } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import type { RecordHead } from '../../domain/records/record'
import type { Draft } from '../../storage/ledger'
import { newestAnswers } from '../collect/answers/newestAnswers'
import { useDiscard } from '../form/draft/useDiscard'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Empty } from '../parts/states/Empty'
import { LinkButton } from '../parts/LinkButton'
import { useOneAtATime } from '../parts/drawing/useOneAtATime'
import { PhonePage } from '../parts/frame/PhonePage'
import { useRaise } from '../parts/reading/useRaise'
import { useServices } from '../services'
import { consentTexts } from '../text/consent'
import { failureTexts } from '../text/failures'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'
import { legalBasisIn } from './legalBasisIn'
import { NoticeForm } from './NoticeForm'

interface NoticeGateProps {
  /** The form to be filled, and the person it is about. */
  readonly head: Pick<RecordHead, 'kind' | 'person'>
  readonly commune: string
  /** The draft, if the form was begun already. */
  readonly draft?: Draft
  /** With `draft`. Called when another tab has written it: it must be read again. */
  readonly onElsewhere?: () => void
  readonly back: string
  readonly children: ReactNode
}

/**
 * Reads the notice to a person before a new form about them, once per version of the notice, and stops the form if they refused its purpose.
 * A correction of a form that was sent before is not stopped.
 */
export function NoticeGate({ head: { kind, person }, commune, draft, onElsewhere, back, children }: NoticeGateProps) {
  const { ledger } = useServices()
  const raise = useRaise()
  const t = useText(consentTexts)
  const isFirst = person !== null && (draft?.base ?? 0) === 0
  const [answers, setAnswers] = useState<Answers | 'loading' | 'unknown'>('loading')
  useEffect(() => {
    if (!isFirst) return
    let live = true
    void newestAnswers(ledger, person).then((newest) => {
      if (live) setAnswers(newest ?? 'unknown')
    }).catch(raise)
    return () => { live = false }
  }, [ledger, person, isFirst, raise])
  const goOn = (now: Answers): void => {
    setAnswers(now)
    // The form is a new page, so it starts at its top.
    window.scrollTo(0, 0)
  }
  if (!isFirst) return children
  if (answers === 'loading') return null
  const basis = legalBasisIn(ledger, commune)
  const card = ledger.card(person)
  // If the person's record cannot be read, the notice is not shown. A refusal that their card keeps still counts.
  const { refused, name } = answers === 'unknown' ? { refused: card?.refused, name: card?.name } : { refused: refusedPurposes(answers), name: String(answers.fullName ?? '') }
  if (answers !== 'unknown' && isNoticeDue(answers, basis)) {
    return <PhonePage title={t.title} sub={name} back={back} close><NoticeForm person={person} commune={commune} answers={answers} basis={basis} save={t.save} onSaved={goOn} /></PhonePage>
  }
  if (isRefused(refused, kind, basis)) {
    return <PhonePage title={t.title} sub={name} back={back} close><Empty icon="stop" title={t.refused}><p>{t.refusedHelp}</p>{draft && onElsewhere && <DropDraft draft={draft} back={back} onElsewhere={onElsewhere} />}<LinkButton to={back}>{t.back}</LinkButton></Empty></PhonePage>
  }
  return children
}

/** A draft begun before the person refused stays until somebody discards it with this button. */
function DropDraft({ draft, back, onElsewhere }: { readonly draft: Draft; readonly back: string; readonly onElsewhere: () => void }) {
  const t = useText(consentTexts)
  const { discard } = useText(formTexts)
  const { storage } = useText(failureTexts)
  const [trouble, setTrouble] = useState<string | null>(null)
  const drop = useOneAtATime(useDiscard({ current: () => draft, fail: (kind) => (kind === 'changedElsewhere' ? onElsewhere() : setTrouble(storage[kind])) }, back))
  return (
    <>
      <p>{t.begun}</p>
      {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
      <p><Button onClick={() => void drop()}>{discard}</Button></p>
    </>
  )
}
