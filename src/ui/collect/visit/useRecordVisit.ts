import { useLocation } from 'wouter'
import type { Card } from '../../../domain/records/card'
import { useToast } from '../../parts/useToast'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { useWriteAnswers } from '../useWriteAnswers'

const visitFields = ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote'] as const
/** What a visit writes on the household; what it does not name is taken away. */
export type VisitAnswers = { readonly [field in (typeof visitFields)[number]]?: string }

/** Puts a visit on the household and into the queue; where it has to wait in a draft, that is opened. */
export function useRecordVisit(household: Card, onDone: () => void) {
  const t = useText(visitTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const { write, trouble } = useWriteAnswers(household)

  const record = async (visit: VisitAnswers): Promise<void> => {
    const recorded = await write(Object.fromEntries(visitFields.map((field) => [field, visit[field]])))
    if (recorded === null) return
    onDone()
    if (recorded === 'inDraft') navigate(`/phieu/${household.id}`)
    else toast.show(t.saved)
  }
  return { record, trouble }
}
