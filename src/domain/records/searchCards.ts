import { foldName } from '../identity/nameKey'
import { isHousehold, isPerson, type Card } from './card'

/** A card with its folded words, made once per change of the cards and not per keystroke. */
export interface Searchable {
  readonly card: Card
  readonly folded: string
  readonly digits: string
}

/**
 * Households and people; forms are reached through their person.
 * @param hamletName of a hamlet's id: its words find who lives there
 */
export function searchable(cards: readonly Card[], hamletName: (id: string) => string | undefined = () => undefined): readonly Searchable[] {
  const hamlets = new Map<string, string>()
  const hamletOf = (id: string): string => hamlets.get(id) ?? hamlets.set(id, foldName(hamletName(id) ?? '')).get(id)!
  return cards.filter((card) => isHousehold(card) || isPerson(card)).map((card) => ({
    card,
    folded: ` ${foldName(`${card.name} ${card.code ?? ''}`)} ${hamletOf(card.hamlet)}`,
    digits: `${card.number ?? ''} ${card.phone ?? ''} ${card.oldNumber ?? ''}`,
  }))
}

/**
 * Cards that match every word, without diacritics; digits also match numbers, old numbers and phones. Best first: exact diacritics where some were typed,
 * then words at the start of words, then anywhere; the order given inside each.
 *
 * @param limit at most this many; a list longer than a thumb's patience helps nobody
 */
export function searchCards(index: readonly Searchable[], text: string, limit: number): readonly Card[] {
  const wanted = text.trim()
  const words = foldName(wanted).split(' ').filter((word) => word !== '')
  if (words.length === 0) return []
  const written = wanted.normalize('NFC').toLowerCase()
  // Typed without diacritics there is nothing to tell Thị from Thiện by.
  const exact = written === words.join(' ') ? undefined : written
  const best = exact === undefined ? 1 : 0
  const hits: readonly Card[][] = [[], [], []]
  for (const entry of index) {
    const rank = rankOf(entry, words, exact)
    // In the order given: what comes after a full list of the best rank cannot be shown.
    if (rank !== undefined && hits[rank]!.push(entry.card) >= limit && rank === best) break
  }
  return hits.flat().slice(0, limit)
}

function rankOf({ card, folded, digits }: Searchable, words: readonly string[], exact: string | undefined): number | undefined {
  let atStart = true
  for (const word of words) {
    const isNumber = /^\d{3,}$/.test(word)
    if (folded.includes(` ${word}`)) continue
    if (!folded.includes(word) && !(isNumber && digits.includes(word))) return undefined
    atStart = false
  }
  if (exact !== undefined && card.name.toLowerCase().includes(exact)) return 0
  return atStart ? 1 : 2
}
