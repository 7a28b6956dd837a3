import { useMemo } from 'react'
import { DEFAULT_MIN_AGE } from '../../../domain/forms/checking/finding'
import { checkedSince, DEFAULT_RECHECK_MONTHS } from '../../../domain/records/round/beneficiaryCheck'
import { roundTotals, type RoundTotals } from '../../../domain/records/round/roundTotals'
import { worklistOf, type HouseholdWork, type WorkRules } from '../../../domain/records/round/worklist'
import { vietnamDay, type PlainDate } from '../../../domain/time'
import type { Hamlet } from '../../../protocol/messages'
import type { Ledger } from '../../../storage/ledger'
import { legalBasisIn } from '../../consent/legalBasisIn'
import { surveyOn } from '../../parts/reading/surveyOn'
import { useCards } from '../../parts/reading/useCards'
import { useServices } from '../../services'

export interface MyHamlet extends Hamlet {
  readonly commune: string
}

/** The hamlets of the officer's scope, in all communes. Updated after every page that sync stores. */
export function useHamlets(): readonly MyHamlet[] {
  const { ledger } = useServices()
  const cards = useCards()
  return useMemo(() => {
    // The hamlets come from the context. The cards are only named so that this is computed again when a page arrives.
    void cards
    return ledger.communes.flatMap((commune) => (ledger.context(commune)?.hamlets ?? []).map((hamlet) => ({ ...hamlet, commune })))
  }, [ledger, cards])
}

function rulesOf(ledger: Ledger, commune: string | undefined, today: PlainDate): WorkRules {
  const settings = commune ? ledger.context(commune)?.settings : undefined
  return {
    today, minAge: settings?.minAge ?? DEFAULT_MIN_AGE, checkedSince: checkedSince(today, settings?.recheckMonths ?? DEFAULT_RECHECK_MONTHS),
    survey: surveyOn(ledger, commune, today), basis: legalBasisIn(ledger, commune),
  }
}

/** What decides whether something is due at a door, for the settings of a commune today. The same object as long as nothing changes. */
export function useWorkRules(commune: string | undefined): WorkRules {
  const { ledger, now } = useServices()
  const today = vietnamDay(now())
  const rules = rulesOf(ledger, commune, today)
  const { minAge, checkedSince: since, survey, basis } = rules
  return useMemo(() => ({ today, minAge, checkedSince: since, survey, basis }), [today, minAge, since, survey, basis])
}

/** The round of one hamlet: its doors in order, with what is due at each. */
export function useRound(hamlet: string, commune: string | undefined): readonly HouseholdWork[] {
  const cards = useCards()
  const rules = useWorkRules(commune)
  return useMemo(() => worklistOf(cards, hamlet, rules), [cards, hamlet, rules])
}

/** Progress of each hamlet, by hamlet id. */
export function useRoundTotals(): ReadonlyMap<string, RoundTotals> {
  const { ledger, now } = useServices()
  const cards = useCards()
  const today = vietnamDay(now())
  return useMemo(() => {
    const rules = new Map(ledger.communes.map((commune) => [commune, rulesOf(ledger, commune, today)]))
    return roundTotals(cards, (commune) => rules.get(commune) ?? rulesOf(ledger, commune, today))
  }, [ledger, cards, today])
}

const empty: RoundTotals = { households: 0, people: 0, labourDone: 0, labourDue: 0, asxhDone: 0, asxhAsked: 0 }

/** Forms done (including those that wait to be sent) of how many: the hamlet's target if one is set, otherwise what the round asks for. */
export function progressOf({ labourDone, labourDue, asxhDone, asxhAsked, households, people } = empty, hamlet: Hamlet | undefined) {
  return {
    households,
    people,
    labour: { done: labourDone, of: hamlet?.labourTarget || labourDone + labourDue },
    asxh: { done: asxhDone, of: hamlet?.asxhTarget || asxhAsked },
  }
}
