import { useState } from 'react'
import type { Card } from '../../../domain/records/card'
import { moveInRound } from '../../../domain/records/moveInRound'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { recordAnswers } from '../recordAnswers'
import { useWorkRules } from '../useRound'

/** Puts a door in its place; each door that changes is a small change of its household. A failure ends it there, what was put stays. */
export function useMoveDoor(doors: readonly Card[]) {
  const { ledger, now } = useServices()
  const sendSoon = useSendSoon()
  const failures = useText(failureTexts)
  const rules = useWorkRules(doors[0]?.commune)
  const [isMoving, setMoving] = useState(false)
  const [said, setSaid] = useState<{ readonly moved?: string; readonly trouble?: string }>({})

  const move = async (door: Card, after: string | null): Promise<void> => {
    setMoving(true)
    let trouble: string | undefined
    for (const [id, walkOrder] of moveInRound(doors, door.id, after)) {
      const recorded = await recordAnswers(ledger, { id, commune: door.commune, answers: { walkOrder }, rules, now: now() })
      if (!recorded.ok) trouble = failures.storage[recorded.error.kind]
      if (trouble) break
    }
    setMoving(false)
    setSaid(trouble ? { trouble } : { moved: door.name })
    sendSoon()
  }
  return { move, isMoving, said }
}
