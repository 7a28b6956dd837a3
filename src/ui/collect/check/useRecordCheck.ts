import { useLocation } from 'wouter'
import { vietnamDay } from '../../../domain/time'
import type { BeneficiaryCheckResult } from '../../../domain/forms/definitions/person/person3'
import { checkAnswers } from '../../../domain/records/round/beneficiaryCheck'
import type { Card } from '../../../domain/records/cards/card'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { checkTexts } from '../../text/check'
import { useText } from '../../text/useText'
import { useWriteAnswers } from '../answers/useWriteAnswers'

interface Check {
  readonly result: BeneficiaryCheckResult
  /** `null` = not asked. */
  readonly paidInFull: boolean | null
}

const CHANGED: BeneficiaryCheckResult = '2'
/** Group in which the record begins. */
const FIRST_GROUP = 'person'

/** Puts a check on the person and into the queue; where something changed, the record opens to be corrected. */
export function useRecordCheck(person: Card, asxh: Card, onDone: () => void) {
  const { holder, now } = useServices()
  const t = useText(checkTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const { write, trouble } = useWriteAnswers(person)

  const record = async ({ result, paidInFull }: Check): Promise<void> => {
    const recorded = await write(checkAnswers(result, { on: vietnamDay(now()), by: holder.userId, ...(paidInFull !== null && { paidInFull }) }))
    if (recorded === null) return
    onDone()
    toast.show(recorded === 'inDraft' ? t.inDraft : t.saved)
    if (result === CHANGED) navigate(`/phieu/${asxh.id}?muc=${FIRST_GROUP}`)
    else if (recorded === 'inDraft') navigate(`/phieu/${person.id}`)
  }
  return { record, trouble }
}
