import { useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/card'
import { useToast } from '../../parts/useToast'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { failureTexts } from '../../text/failures'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { recordAnswers } from '../recordAnswers'
import { useWorkRules } from '../useRound'

/** Writes a request on its record, or takes it back; sent at once where no draft of the record is open. */
export function useRequest({ id, commune }: Card) {
  const { ledger, now } = useServices()
  const sendSoon = useSendSoon()
  const t = useText(requestTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const rules = useWorkRules(commune)
  const [trouble, setTrouble] = useState<string | null>(null)

  const write = async (answers: Answers, said: string): Promise<boolean> => {
    const recorded = await recordAnswers(ledger, { id, commune, answers, rules, now: now() })
    if (!recorded.ok) {
      setTrouble(failures.storage[recorded.error.kind])
      return false
    }
    toast.show(recorded.value === 'inDraft' ? t.inDraft : said)
    if (recorded.value === 'queued') sendSoon()
    return true
  }
  return { write, trouble }
}
