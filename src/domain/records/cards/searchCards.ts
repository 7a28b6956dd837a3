import { foldName, tonedName } from '../../identity/nameKey'
import { isHousehold, isPerson, type Card } from './card'

/** Cards with their folded words. Made when the cards change, not at every keystroke. */
export interface SearchIndex {
  readonly entries: readonly Searchable[]
  /** The folded words of all cards one after another, and where the words of each card start in it. */
  readonly text: string
  readonly starts: readonly number[]
}

export interface Searchable {
  readonly card: Card
  readonly folded: string
  readonly digits: string
}

/**
 * The search index: households and people. Forms are reached through their person.
 * @param hamletName name of a hamlet by its id; its words find the people who live there
 */
export function searchable(cards: readonly Card[], hamletName: (id: string) => string | undefined = () => undefined): SearchIndex {
  const hamlets = new Map<string, string>()
  const hamletOf = (id: string): string => hamlets.get(id) ?? hamlets.set(id, foldName(hamletName(id) ?? '')).get(id)!
  const entries = cards.filter((card) => isHousehold(card) || isPerson(card)).map((card) => ({
    card,
    folded: ` ${foldName(`${card.name} ${card.code ?? ''}`)} ${hamletOf(card.hamlet)} `,
    digits: `${card.number ?? ''} ${card.phone ?? ''} ${card.oldNumber ?? ''}`,
  }))
  let end = 0
  const starts = entries.map(({ folded }) => (end += folded.length) - folded.length)
  return { entries, text: entries.map(({ folded }) => folded).join(''), starts }
}

/** The first entry from `from` on that may have this among its words. One search of the joined text is far cheaper than one search per entry. */
function nextWith({ text, starts }: SearchIndex, part: string, from: number): number {
  const found = text.indexOf(part, starts[from])
  if (found === -1) return starts.length
  let at = from
  while ((starts[at + 1] ?? text.length) <= found) at += 1
  return at
}

/** How well a card matches, best first. */
const ranks = ['sameWords', 'sameBeginning', 'words', 'beginnings', 'anywhere'] as const
type Rank = (typeof ranks)[number]

/**
 * Cards that match every word, without diacritics. Digits also match numbers, old numbers and phones.
 *
 * @param limit at most this many cards; nobody scrolls through a longer list
 * @returns best first: the same diacritics if any were typed, then whole words, then beginnings of words, then anywhere. Cards of one rank keep
 *   the given order.
 */
export function searchCards(index: SearchIndex, text: string, limit: number): readonly Card[] {
  const words = foldName(text).split(' ').filter((word) => word !== '').map(wordOf)
  const [first] = words
  if (!first) return []
  const typed = text.trim().normalize('NFC').toLowerCase()
  // Without diacritics in the typed text, "Thị" cannot be told from "Thiện".
  const toned = typed === foldName(text) ? undefined : tonedName(text)
  const best: Rank = toned === undefined ? 'words' : 'sameWords'
  const hits: Record<Rank, Card[]> = { sameWords: [], sameBeginning: [], words: [], beginnings: [], anywhere: [] }
  const isFull = (rank: Rank): boolean => hits[rank].length === limit
  for (let at = 0; at < index.entries.length; at += 1) {
    // Once the list of a rank is full, only better ranks matter. So most of a long book is skipped after the first letters.
    const onlyWhole = isFull('beginnings') && (toned === undefined || isFull('sameBeginning'))
    if (onlyWhole || first.digits === undefined) at = nextWith(index, onlyWhole ? first.whole : first.text, at)
    const entry = index.entries[at]
    if (!entry) break
    const isWhole = words.every((word) => entry.folded.includes(word.whole))
    if (!isWhole && onlyWhole) continue
    const rank = isWhole ? 'words' : rankOf(entry, words)
    const shown = rank && toned !== undefined ? (tonedRank(entry.card, toned) ?? rank) : rank
    if (shown === undefined || isFull(shown)) continue
    hits[shown].push(entry.card)
    // The cards come in their final order: after a full list of the best rank, no further card can be shown.
    if (shown === best && isFull(shown)) break
  }
  return ranks.flatMap((rank) => hits[rank]).slice(0, limit)
}

interface Word {
  readonly text: string
  readonly beginning: string
  readonly whole: string
  /** Digits in the form in which numbers are stored, if there are at least three. `0912.000.777` and `+84912…` are accepted, too. */
  readonly digits: string | undefined
}

function wordOf(text: string): Word {
  const digits = /^\+?[\d.]+$/.test(text) ? text.replace(/^\+84/, '0').replaceAll('.', '') : ''
  return { text, beginning: ` ${text}`, whole: ` ${text} `, digits: digits.length >= 3 ? digits : undefined }
}

function rankOf({ folded, digits }: Searchable, words: readonly Word[]): Rank | undefined {
  let rank: Rank = 'beginnings'
  for (const word of words) {
    if (folded.includes(word.beginning)) continue
    if (!folded.includes(word.text) && !(word.digits !== undefined && digits.includes(word.digits))) return undefined
    rank = 'anywhere'
  }
  return rank
}

function tonedRank({ name }: Card, toned: string): Rank | undefined {
  const words = ` ${tonedName(name)} `
  if (!words.includes(` ${toned}`)) return undefined
  return words.includes(` ${toned} `) ? 'sameWords' : 'sameBeginning'
}
