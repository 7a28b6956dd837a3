import { useEffect, useState } from 'react'
import type { Answers } from '../../../domain/forms/answers'
import type { Card } from '../../../domain/records/cards/card'
import { useRaise } from '../../parts/reading/useRaise'
import { useServices } from '../../services'

/** The answers of a record, read again whenever its card changes. `null` = not read yet, or the record is not on this device. */
export function useAnswers(card: Card): Answers | null {
  const { ledger } = useServices()
  const raise = useRaise()
  const [answers, setAnswers] = useState<Answers | null>(null)
  useEffect(() => {
    let live = true
    void ledger.getRecord(card.id).then((record) => {
      if (live) setAnswers(record?.answers ?? null)
    }).catch(raise)
    return () => { live = false }
  }, [ledger, card, raise])
  return answers
}
