import { useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { collectTexts } from '../../text/collect'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { recordAnswers, type Recorded } from './recordAnswers'
import { useWorkRules } from '../hamlet/useRound'

/** Writes a few answers on a record (`recordAnswers`) and sends them soon. `write` answers `null` if nothing was written; `trouble` then says why. */
export function useWriteAnswers({ id, commune }: Pick<Card, 'id' | 'commune'>) {
  const { ledger, now } = useServices()
  const sendSoon = useSendSoon()
  const t = useText(collectTexts)
  const failures = useText(failureTexts)
  const rules = useWorkRules(commune)
  const [trouble, setTrouble] = useState<string | null>(null)

  const write = async (answers: Answers, { careful = false } = {}): Promise<Exclude<Recorded, 'unknown'> | null> => {
    const recorded = await recordAnswers(ledger, { id, commune, answers, rules, careful, now: now() })
    const why = !recorded.ok ? failures.storage[recorded.error.kind] : recorded.value === 'unknown' ? t.recordGone : null
    setTrouble(why)
    if (!recorded.ok || recorded.value === 'unknown') return null
    if (recorded.value === 'queued') sendSoon()
    return recorded.value
  }
  return { write, trouble }
}
