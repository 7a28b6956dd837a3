import { useState } from 'react'
import { useLocation } from 'wouter'
import { vietnamDay } from '../../../domain/time'
import type { BeneficiaryCheckResult } from '../../../domain/forms/definitions/person/person3'
import { checkAnswers } from '../../../domain/records/round/beneficiaryCheck'
import type { Card } from '../../../domain/records/cards/card'
import { useOneAtATime } from '../../parts/drawing/useOneAtATime'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { checkTexts } from '../../text/check'
import { useText } from '../../text/useText'
import { fetchWhole, type WholeFailure } from '../../whole/fetchWhole'
import { useWholeWords } from '../../whole/useWholeWords'
import { useWriteAnswers } from '../answers/useWriteAnswers'

interface Check {
  readonly result: BeneficiaryCheckResult
  /** `null` = not asked. */
  readonly paidInFull: boolean | null
}

const CHANGED: BeneficiaryCheckResult = '2'
/** The first group of the record's form. */
const FIRST_GROUP = 'person'

/**
 * Records a check on the person and queues it. If something changed, the beneficiary record is opened to be corrected. A shrunk record
 * is fetched whole first. If that fails, it cannot be corrected here: nothing is recorded (`isAway`) and the check stays due.
 */
export function useRecordCheck(person: Card, asxh: Card, onDone: () => void) {
  const services = useServices()
  const { holder, ledger, now } = services
  const wordsOf = useWholeWords()
  const [away, setAway] = useState<WholeFailure | null>(null)
  const t = useText(checkTexts)
  const toast = useToast()
  const [, navigate] = useLocation()
  const { write, trouble } = useWriteAnswers(person)

  const record = useOneAtATime(async ({ result, paidInFull }: Check): Promise<void> => {
    const isPart = result === CHANGED && (await ledger.getRecord(asxh.id))?.server?.shrunk !== undefined
    const fetched = isPart ? await fetchWhole(services, asxh) : null
    setAway(fetched?.ok === false ? fetched.error : null)
    if (fetched?.ok === false) return
    const recorded = await write(checkAnswers(result, { on: vietnamDay(now()), by: holder.userId, ...(paidInFull !== null && { paidInFull }) }))
    if (recorded === null) return
    onDone()
    toast.show(recorded === 'inDraft' ? t.inDraft : t.saved)
    if (result === CHANGED) navigate(`/phieu/${asxh.id}?muc=${FIRST_GROUP}`)
    else if (recorded === 'inDraft') navigate(`/phieu/${person.id}`)
  })
  return { record, trouble: away ? t.cannotChange(wordsOf(away)) : trouble, isAway: away !== null }
}
