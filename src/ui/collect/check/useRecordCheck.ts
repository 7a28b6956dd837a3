import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BeneficiaryCheckResult } from '../../../domain/forms/definitions/person3'
import { checkAnswers } from '../../../domain/records/beneficiaryCheck'
import type { Card } from '../../../domain/records/card'
import type { WorkRules } from '../../../domain/records/worklist'
import { useToast } from '../../parts/useToast'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { checkTexts } from '../../text/check'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { recordAnswers } from '../recordAnswers'

interface Check {
  readonly result: BeneficiaryCheckResult
  /** `null` = not asked. */
  readonly paidInFull: boolean | null
}

const CHANGED: BeneficiaryCheckResult = '2'

/** Puts a check on the person and into the queue; where something changed, the record opens to be corrected. */
export function useRecordCheck(person: Card, asxh: Card, rules: WorkRules, onDone: () => void) {
  const { ledger, holder, now } = useServices()
  const sendSoon = useSendSoon()
  const t = useText(checkTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const [trouble, setTrouble] = useState<string | null>(null)

  const record = async ({ result, paidInFull }: Check): Promise<void> => {
    const answers = checkAnswers(result, { on: rules.today, by: holder.userId, ...(paidInFull !== null && { paidInFull }) })
    const recorded = await recordAnswers(ledger, { id: person.id, commune: person.commune, answers, rules, now: now() })
    if (!recorded.ok) return setTrouble(failures.storage[recorded.error.kind])
    if (recorded.value === 'unknown') return setTrouble(t.unknown)
    onDone()
    toast.show(recorded.value === 'inDraft' ? t.inDraft : t.saved)
    if (result === CHANGED) navigate(`/phieu/${asxh.id}`)
    else if (recorded.value === 'inDraft') navigate(`/phieu/${person.id}`)
    if (recorded.value === 'queued') sendSoon()
  }
  return { record, trouble }
}
