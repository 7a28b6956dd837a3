import type { CardText } from '../../identity/cardText'
import { foldName } from '../../identity/nameKey'
import { isPerson, type Card } from './card'

export interface FoundByCard {
  /** People under the card's number: one, unless two records are of one person. */
  readonly exact: readonly Card[]
  /** People under another number or none, of the card's old number, or of this name (without diacritics) and this birth date or year. */
  readonly similar: readonly Card[]
}

const MOST = 8

/** Whose card it may be, among the people on this device. A person decides; a name and a year are common to many. */
export function findByCard(cards: readonly Card[], { number, oldNumber, fullName, born }: CardText): FoundByCard {
  const people = cards.filter(isPerson)
  const name = foldName(fullName)
  const exact = people.filter((card) => card.number === number)
  const similar = people.filter((card) => card.number !== number && ((oldNumber !== undefined && card.oldNumber === oldNumber) || (foldName(card.name) === name && isSameBirth(card.born, born))))
  return { exact, similar: similar.slice(0, MOST) }
}

/** As far as both are known; a birth that one side does not know contradicts nothing. */
export function isSameBirth(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  const known = Math.min(a.length, b.length)
  return a.slice(0, known) === b.slice(0, known)
}
