import { useMemo } from 'react'
import type { Card } from '../../domain/records/cards/card'
import type { Hamlet } from '../../protocol/messages'
import type { Ledger } from '../../storage/ledger'
import { useCards } from '../parts/reading/useCards'
import { useServices } from '../services'
import { reviewTexts } from '../text/review'
import { useText } from '../text/useText'

/** Names for the ids in records, across all communes of this book. */
export interface Directory {
  readonly hamlets: readonly Hamlet[]
  /** Names by user id. */
  readonly people: ReadonlyMap<string, string>
  hamletName(id: string): string
  personName(userId: string | undefined): string
  /** Household code; `''` when the household is not on this device. */
  householdCode(id: string | null): string
}

/** The directory of this book. A person who is no longer listed, or a hamlet outside the scope, gets a general name instead of an id. */
export function useDirectory(): Directory {
  const t = useText(reviewTexts)
  const { ledger } = useServices()
  const cards = useCards()
  return useMemo(() => directoryOf(ledger, cards, { person: t.unknownPerson, hamlet: t.unknownHamlet }), [ledger, cards, t])
}

function directoryOf(ledger: Ledger, cards: readonly Card[], unknown: { readonly person: string; readonly hamlet: string }): Directory {
  const contexts = ledger.communes.flatMap((commune) => ledger.context(commune) ?? [])
  const hamlets = contexts.flatMap((context) => context.hamlets)
  const hamletNames = new Map(hamlets.map((hamlet) => [hamlet.id, hamlet.name]))
  const people = new Map(contexts.flatMap((context) => context.people.map((person) => [person.id, person.name] as const)))
  const codes = new Map(cards.filter((card) => card.kind === 'household').map((card) => [card.id, card.code ?? '']))
  return {
    hamlets,
    people,
    hamletName: (id) => hamletNames.get(id) ?? unknown.hamlet,
    personName: (id) => (id === undefined ? unknown.person : (people.get(id) ?? unknown.person)),
    householdCode: (id) => (id === null ? '' : (codes.get(id) ?? '')),
  }
}
