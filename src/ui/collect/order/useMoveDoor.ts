import { useState } from 'react'
import type { Card } from '../../../domain/records/cards/card'
import { moveInRound } from '../../../domain/records/round/moveInRound'
import { useServices } from '../../services'
import { useSendSoon } from '../../sync/useSendSoon'
import { collectTexts } from '../../text/collect'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { recordAtOnce } from '../answers/recordAnswers'
import { useWorkRules } from '../hamlet/useRound'

interface Said {
  /** Name of the door that was moved. */
  readonly moved?: string
  /** Doors that stayed where they are, because their household has a draft or errors. */
  readonly stuck: readonly Card[]
  readonly trouble?: string
}

/** Moves a door. Each door whose place changes is a small change of its household. A failure stops the move; what was written before stays. */
export function useMoveDoor(doors: readonly Card[]) {
  const { ledger, now } = useServices()
  const sendSoon = useSendSoon()
  const { recordGone } = useText(collectTexts)
  const failures = useText(failureTexts)
  const rules = useWorkRules(doors[0]?.commune)
  const [isMoving, setMoving] = useState(false)
  const [said, setSaid] = useState<Said>({ stuck: [] })

  const put = async (door: Card, after: string | null): Promise<Said> => {
    const stuck: Card[] = []
    for (const [id, walkOrder] of moveInRound(doors, door.id, after)) {
      const recorded = await recordAtOnce(ledger, { id, commune: door.commune, answers: { walkOrder }, rules, now: now() })
      if (!recorded.ok) return { stuck, trouble: failures.storage[recorded.error.kind] }
      if (recorded.value === 'unknown') return { stuck, trouble: recordGone }
      if (recorded.value === 'stuck') stuck.push(...doors.filter((each) => each.id === id))
    }
    return stuck.some(({ id }) => id === door.id) ? { stuck } : { stuck, moved: door.name }
  }
  const move = async (door: Card, after: string | null): Promise<void> => {
    setMoving(true)
    setSaid(await put(door, after))
    setMoving(false)
    sendSoon()
  }
  return { move, isMoving, said }
}
