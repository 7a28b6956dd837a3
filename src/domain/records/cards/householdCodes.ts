import { isHousehold, type Card } from './card'

/*
 * A household code is unique in its commune: first lists, payments and the desk rely on it. A phone knows only the codes of the
 * households it has, so it warns and forbids none. The server knows all codes, and puts a warning (`CODE-DUP`) on a household whose code is taken.
 */

/** The household being written. */
type Own = Pick<Card, 'id' | 'commune' | 'hamlet'>

/** Another household of the commune with this code (`codeKey`). `undefined` = none, or no code yet. */
export function sameCode(cards: readonly Card[], code: string, own: Own): Card | undefined {
  const key = codeKey(code)
  if (key === '') return undefined
  return cards.find((card) => card.code !== undefined && codeKey(card.code) === key && isHousehold(card) && card.commune === own.commune && card.id !== own.id)
}

/** Codes are equal if their keys are: letter case and surrounding spaces do not count. */
export const codeKey = (code: string): string => code.trim().toLowerCase()

/** The last household code of the hamlet, with digits sorted as numbers: the next code is likely to follow it. `undefined` = none. */
export function lastCode(cards: readonly Card[], own: Own): string | undefined {
  const codes = cards.flatMap((card) => (card.code && isHousehold(card) && card.hamlet === own.hamlet && card.id !== own.id ? [card.code] : []))
  return codes.length > 0 ? codes.reduce((last, code) => (byNumber().compare(code, last) > 0 ? code : last)) : undefined
}

let collator: Intl.Collator | undefined
/** Made on first use, and only once: making a collator costs more than thousands of comparisons. */
function byNumber(): Intl.Collator {
  collator ??= new Intl.Collator('vi', { numeric: true })
  return collator
}
