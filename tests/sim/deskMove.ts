import type { Card } from '../../src/domain/records/cards/card'
import { declined, mergesOfHousehold, mergesOfPerson, movesOfHousehold, movesOfPerson, takenApart, type Move } from '../../src/domain/records/move'

export interface Desk {
  readonly cards: readonly Card[]
  readonly hamlets: readonly string[]
  readonly random: () => number
}

/** The desk hangs somebody on another household, or a household in the other hamlet, says that two are one or that they are not, or declines. */
export function anyDecision({ cards, hamlets, random }: Desk): readonly Move[] {
  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const asked = any(cards.filter((card) => card.asked !== undefined || card.sameAs !== undefined))
  if (asked && random() < 0.6) return [asked.sameAs === undefined ? declined(asked, 'Chưa rõ') : takenApart(asked)]
  const card = any(cards.filter(({ kind }) => kind === 'household' || kind === 'person'))
  const household = any(cards.filter(({ kind }) => kind === 'household'))
  const other = any(cards.filter(({ kind, id, sameAs }) => kind === card?.kind && id !== card.id && sameAs === undefined))
  if (!card || !household) return []
  const isMerge = other !== undefined && card.sameAs === undefined && random() < 0.3
  if (card.kind === 'person') return isMerge ? mergesOfPerson(cards, { person: card, into: other }, []) : movesOfPerson(card, household)
  return isMerge ? mergesOfHousehold(card, other) : movesOfHousehold(card, hamlets.find((id) => id !== card.hamlet)!)
}
