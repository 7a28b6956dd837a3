import { useEffect, useState } from 'react'
import type { Answers } from '../../domain/forms/answers'
import type { Card } from '../../domain/records/card'
import { useServices } from '../services'

/** Follows every change of a record on this device; `null` until it was read once. */
export function useAnswers(card: Card): Answers | null {
  const { ledger } = useServices()
  const [answers, setAnswers] = useState<Answers | null>(null)
  useEffect(() => {
    let live = true
    void ledger.getRecord(card.id).then((record) => {
      if (live) setAnswers(record?.answers ?? null)
    })
    return () => { live = false }
  }, [ledger, card])
  return answers
}
