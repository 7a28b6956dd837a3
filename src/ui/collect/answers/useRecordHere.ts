import { useLocation } from 'wouter'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { useToast } from '../../parts/toast/useToast'
import { useWriteAnswers } from './useWriteAnswers'

/** Writes answers from a sheet on a record and shows `said` when they are queued. If they have to wait in a draft, the draft is opened instead. */
export function useRecordHere(card: Card, onDone: () => void) {
  const toast = useToast()
  const [, navigate] = useLocation()
  const { write, trouble } = useWriteAnswers(card)

  const record = async (answers: Answers, said: string): Promise<void> => {
    const recorded = await write(answers)
    if (recorded === null) return
    onDone()
    if (recorded === 'inDraft') navigate(`/phieu/${card.id}`)
    else toast.show(said)
  }
  return { record, trouble }
}
