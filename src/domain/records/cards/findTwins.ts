import type { Answers, AnswerValue } from '../../forms/answers'
import { foldName } from '../../identity/nameKey'
import { isPerson, type Card } from './card'
import { isSameBirth } from './findByCard'

export interface Newcomer {
  /** Twelve digits, or `undefined` when there is none or it is not whole. */
  readonly number: string | undefined
  /** The nine digits of the card of before, likewise. */
  readonly oldNumber: string | undefined
  readonly name: string
  readonly born: string | undefined
  readonly hamlet: string
}

/** Who is being added, as far as the answers say. */
export function newcomerOf({ personalId, oldId9, fullName, born }: Answers, hamlet: string): Newcomer {
  return {
    number: wholeNumber(personalId, NUMBER_DIGITS), oldNumber: wholeNumber(oldId9, OLD_NUMBER_DIGITS),
    name: String(fullName ?? ''), born: typeof born === 'string' ? born : undefined, hamlet,
  }
}

function wholeNumber(value: AnswerValue | undefined, length: number): string | undefined {
  const digits = typeof value === 'string' ? value.replace(/\D/g, '') : ''
  return digits.length === length ? digits : undefined
}

const NUMBER_DIGITS = 12
const OLD_NUMBER_DIGITS = 9
const MOST = 5
const FULL_DATE = 10

/**
 * People on this device who are likely the one being added: under the same number or old number; of the same name (without diacritics) and birth
 * date or year in the same hamlet; of the same name and full birth date in any. Those under the number first. Never a stop: a
 * person says whether they are one.
 */
export function findTwins(cards: readonly Card[], newcomer: Newcomer): readonly Card[] {
  const name = foldName(newcomer.name)
  const byNumber: Card[] = []
  const byName: Card[] = []
  for (const card of cards) {
    if (!isPerson(card)) continue
    if (isSame(card.number, newcomer.number) || isSame(card.oldNumber, newcomer.oldNumber)) byNumber.push(card)
    // Births before names: folding every name of a commune at every answer would cost a slow phone half a second.
    else if (name !== '' && isBirthNear(card, newcomer) && foldName(card.name) === name) byName.push(card)
  }
  return [...byNumber, ...byName].slice(0, MOST)
}

const isSame = (recorded: string | undefined, number: string | undefined): boolean => number !== undefined && recorded === number

/** Somebody else of these people under a number; `undefined` = nobody, or no number. */
export function sameNumber(cards: readonly Card[], number: string | undefined, person: string): Card | undefined {
  return cards.find((card) => isSame(card.number, number) && isPerson(card) && card.id !== person)
}

function isBirthNear({ born, hamlet }: Card, newcomer: Newcomer): boolean {
  if (born === undefined || newcomer.born === undefined || !isSameBirth(born, newcomer.born)) return false
  return hamlet === newcomer.hamlet || (born.length === FULL_DATE && newcomer.born.length === FULL_DATE)
}
