import { isHousehold, type Card } from './card'

/*
 * A household's code is one in its commune (first lists, payments and the desk go by it). A phone knows the codes it has; it helps with
 * them and forbids none. The server has them all, and a warning for what comes under one that is taken (`CODE-DUP`).
 */

/** The household that is being written. */
type Own = Pick<Card, 'id' | 'commune' | 'hamlet'>

/** Another household of the commune under this code (`codeKey`); `undefined` = none, or no code yet. */
export function sameCode(cards: readonly Card[], code: string, own: Own): Card | undefined {
  const key = codeKey(code)
  if (key === '') return undefined
  return cards.find((card) => card.code !== undefined && codeKey(card.code) === key && isHousehold(card) && card.commune === own.commune && card.id !== own.id)
}

/** What makes two codes one: neither letter case nor spaces around them. */
export const codeKey = (code: string): string => code.trim().toLowerCase()

/** The last code there is in the hamlet, numbers in it counted as numbers: the next household is likely to follow it. */
export function lastCode(cards: readonly Card[], own: Own): string | undefined {
  const codes = cards.flatMap((card) => (card.code && isHousehold(card) && card.hamlet === own.hamlet && card.id !== own.id ? [card.code] : []))
  return codes.length > 0 ? codes.reduce((last, code) => (byNumber().compare(code, last) > 0 ? code : last)) : undefined
}

let collator: Intl.Collator | undefined
/** Made once, and not before it is asked for: making one costs more than thousands of compares. */
function byNumber(): Intl.Collator {
  collator ??= new Intl.Collator('vi', { numeric: true })
  return collator
}
