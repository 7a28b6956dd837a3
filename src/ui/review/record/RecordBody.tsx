import { useEffect, useRef } from 'react'
import { isQuestion } from '../../../domain/forms/asking/ask'
import type { Card } from '../../../domain/records/cards/card'
import { vietnamDay } from '../../../domain/time'
import type { Hold, RegisterRecord } from '../../../domain/records/record'
import { Box } from '../../parts/Box'
import { useServices } from '../../services'
import { reviewTexts } from '../../text/review'
import { useText } from '../../text/useText'
import { useDirectory } from '../useDirectory'
import { AnswerGroups } from './answers/AnswerGroups'
import { ChangesCard } from './changes/ChangesCard'
import { DecisionPanel } from './DecisionPanel'
import { FindingList } from './FindingList'
import { HoldsBox } from './HoldsBox'
import { OldNotes } from './OldNotes'
import { RecordState } from './RecordState'
import { useDecision } from './useDecision'
import { useForm } from './useForm'
import { useNotes } from './useNotes'
import { withComputed } from './answers/withComputed'

interface RecordBodyProps {
  readonly record: RegisterRecord
  /** Held values that wait for a person's choice. */
  readonly holds: readonly Hold[]
  readonly card: Card | undefined
  /** A decision made on this device is still to be sent. */
  readonly isWaiting: boolean
}

/** Answers to the left, history and decision to the right. */
export function RecordBody({ record, holds, card, isWaiting }: RecordBodyProps) {
  const t = useText(reviewTexts)
  const directory = useDirectory()
  const { now } = useServices()
  const form = useForm(record.form, record.commune)
  const decision = useDecision(card, record.version)
  const { tools, written, failure } = useNotes(record.id)
  const canDecide = form !== undefined && record.status === 'submitted' && !isWaiting
  const giveBack = (): Promise<void> => decision.giveBack(written)
  const firstField = [...record.warnings.map(({ field }) => field), ...Object.keys(record.answers)].find((field) => isQuestion(form?.fields[field])) ?? null
  useDecisionKeys(canDecide, { accept: () => void decision.accept(), giveBack: () => (written.length > 0 ? void giveBack() : tools.edit(firstField)) })
  if (!form) return <Box kind="err" icon="stop" title={t.record.newerForm}><p>{t.record.newerFormHelp}</p></Box>
  const active = canDecide ? tools : undefined
  return (
    <div className="split">
      <div className="st">
        <RecordState record={record} isWaiting={isWaiting} />
        <HoldsBox form={form} id={record.id} holds={holds} />
        <FindingList form={form} findings={record.warnings} reasons={record.reasons} author={directory.personName(record.submission?.by)} />
        <OldNotes form={form} notes={record.notes} />
        <ChangesCard form={form} record={record} tools={active} />
        <AnswerGroups commune={record.commune} form={form} answers={withComputed(form, record.answers, vietnamDay(now()))} confirmed={record.submission?.confirmed} tools={active} />
      </div>
      <DecisionPanel record={record} form={form} decision={canDecide ? { run: decision, notes: written.length, unsaved: failure, onReturn: () => void giveBack() } : undefined} />
    </div>
  )
}

/** Ctrl+Enter accepts, except in a text field, where people press it to send. Alt+T returns; if there is no note yet, it opens the first one instead. */
function useDecisionKeys(isOn: boolean, actions: { readonly accept: () => void; readonly giveBack: () => void }): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent): void => {
      // A key held down counts once: nobody has read the form that opens next.
      if (event.isComposing || event.repeat) return
      if (event.ctrlKey && event.key === 'Enter' && !isTyping(event)) latest.current.accept()
      else if (event.altKey && event.code === 'KeyT') latest.current.giveBack()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn])
}

const isTyping = ({ target }: KeyboardEvent): boolean => target instanceof Element && target.matches('input, textarea')
