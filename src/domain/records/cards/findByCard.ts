import type { CardText } from '../../identity/cardText'
import { foldName } from '../../identity/nameKey'
import { isPerson, type Card } from './card'

export interface FoundByCard {
  /** People with the card's number: one, unless one person has two records. */
  readonly exact: readonly Card[]
  /** People with another number or none who have the card's old number, or the same name (without diacritics) and a matching birth date or year. */
  readonly similar: readonly Card[]
}

const MOST = 8

/** The people on this device whom an identity card may belong to. A person decides: many people share a name and a birth year. */
export function findByCard(cards: readonly Card[], { number, oldNumber, fullName, born }: CardText): FoundByCard {
  const people = cards.filter(isPerson)
  const name = foldName(fullName)
  const exact = people.filter((card) => card.number === number)
  const similar = people.filter((card) => card.number !== number && ((oldNumber !== undefined && card.oldNumber === oldNumber) || (foldName(card.name) === name && isSameBirth(card.born, born))))
  return { exact, similar: similar.slice(0, MOST) }
}

/** Compares two birth dates as far as both are known. An unknown birth date matches any. */
export function isSameBirth(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) === b.slice(0, known)
}
