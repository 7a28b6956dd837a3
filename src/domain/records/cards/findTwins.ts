import type { Answers, AnswerValue } from '../../forms/answers'
import { foldName } from '../../identity/nameKey'
import { isPerson, type Card } from './card'
import { isSameBirth } from './findByCard'

/** The person who is being added. */
export interface Newcomer {
  /** Twelve digits; `undefined` = none, or incomplete. */
  readonly number: string | undefined
  /** Nine digits of the former identity card; `undefined` = none, or incomplete. */
  readonly oldNumber: string | undefined
  readonly name: string
  readonly born: string | undefined
  readonly hamlet: string
}

/** The newcomer, as far as the answers describe them. */
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
 * People on this device who are likely the person being added. They have the same number or old number; or the same name (without
 * diacritics) with a matching birth date or year in the same hamlet; or the same name with the same full birth date in any hamlet.
 * Those with the same number come first. They only inform: a person decides whether it is the same one.
 */
export function findTwins(cards: readonly Card[], newcomer: Newcomer): readonly Card[] {
  const name = foldName(newcomer.name)
  const byNumber: Card[] = []
  const byName: Card[] = []
  for (const card of cards) {
    if (!isPerson(card)) continue
    if (isSame(card.number, newcomer.number) || isSame(card.oldNumber, newcomer.oldNumber)) byNumber.push(card)
    // Birth dates are compared first: folding every name of a commune at every answer would cost a slow phone half a second.
    else if (name !== '' && isBirthNear(card, newcomer) && foldName(card.name) === name) byName.push(card)
  }
  return [...byNumber, ...byName].slice(0, MOST)
}

const isSame = (recorded: string | undefined, number: string | undefined): boolean => number !== undefined && recorded === number

/** Another of these people with this number. `undefined` = nobody, or no number was given. */
export function sameNumber(cards: readonly Card[], number: string | undefined, person: string): Card | undefined {
  return cards.find((card) => isSame(card.number, number) && isPerson(card) && card.id !== person)
}

function isBirthNear({ born, hamlet }: Card, newcomer: Newcomer): boolean {
  if (born === undefined || newcomer.born === undefined || !isSameBirth(born, newcomer.born)) return false
  return hamlet === newcomer.hamlet || (born.length === FULL_DATE && newcomer.born.length === FULL_DATE)
}
