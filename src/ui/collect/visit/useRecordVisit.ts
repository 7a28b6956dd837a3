import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Card } from '../../../domain/records/card'
import { useToast } from '../../parts/useToast'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { visitTexts } from '../../text/visit'
import { recordAnswers } from '../recordAnswers'
import { useWorkRules } from '../useRound'

const visitFields = ['visitOutcome', 'visitedOn', 'nextVisitOn', 'visitNote'] as const
/** What a visit writes on the household; what it does not name is taken away. */
export type VisitAnswers = { readonly [field in (typeof visitFields)[number]]?: string }

/** Puts a visit on the household and into the queue; where it has to wait in a draft, that is opened. */
export function useRecordVisit({ id, commune }: Card, onDone: () => void) {
  const { ledger, now } = useServices()
  const sendSoon = useSendSoon()
  const t = useText(visitTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const [trouble, setTrouble] = useState<string | null>(null)
  const rules = useWorkRules(commune)

  const record = async (visit: VisitAnswers): Promise<void> => {
    const answers = Object.fromEntries(visitFields.map((field) => [field, visit[field]]))
    const recorded = await recordAnswers(ledger, { id, commune, answers, rules, now: now() })
    if (!recorded.ok) return setTrouble(failures.storage[recorded.error.kind])
    onDone()
    if (recorded.value === 'inDraft') return navigate(`/phieu/${id}`)
    toast.show(t.saved)
    sendSoon()
  }
  return { record, trouble }
}
