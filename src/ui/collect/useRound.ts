import { useMemo } from 'react'
import { worklistOf, type HouseholdWork, type WorkRules } from '../../domain/records/worklist'
import { vietnamDay } from '../../domain/time'
import type { Hamlet } from '../../protocol/messages'
import { useCards } from '../parts/useCards'
import { useServices } from '../services'

const DEFAULT_MIN_AGE = 15

export interface MyHamlet extends Hamlet {
  readonly commune: string
}

/** Hamlets of the officer's scope, all communes. Follows every page that sync applies. */
export function useHamlets(): readonly MyHamlet[] {
  const { ledger } = useServices()
  const cards = useCards()
  return useMemo(() => {
    // A village member's context names the hamlets assigned; the cards only make this follow their arrival.
    void cards
    return ledger.communes.flatMap((commune) => (ledger.context(commune)?.hamlets ?? []).map((hamlet) => ({ ...hamlet, commune })))
  }, [ledger, cards])
}

export function useWorkRules(commune: string | undefined): WorkRules {
  const { ledger, now } = useServices()
  const today = vietnamDay(now())
  const minAge = (commune ? ledger.context(commune)?.settings.minAge : undefined) ?? DEFAULT_MIN_AGE
  return useMemo(() => ({ today, minAge }), [today, minAge])
}

/** The round of one hamlet with what is due at each door. */
export function useRound(hamlet: string, commune: string | undefined): readonly HouseholdWork[] {
  const cards = useCards()
  const rules = useWorkRules(commune)
  return useMemo(() => worklistOf(cards, hamlet, rules), [cards, hamlet, rules])
}

/** Forms sent or accepted, of how many aimed at: the hamlet's target where one is set, else what the round asks for. */
export function progressOf(round: readonly HouseholdWork[], hamlet: Hamlet | undefined) {
  const members = round.flatMap((work) => work.members)
  const labourDone = members.filter((each) => each.labour !== undefined && !each.isLabourDue).length
  const asxhDone = members.filter((each) => each.asxh !== undefined && !each.isAsxhDue).length
  const labourAsked = labourDone + members.filter((each) => each.isLabourDue).length
  const asxhAsked = members.filter((each) => each.asxh !== undefined).length
  return {
    labour: { done: labourDone, of: hamlet?.labourTarget || labourAsked },
    asxh: { done: asxhDone, of: hamlet?.asxhTarget || asxhAsked },
  }
}
