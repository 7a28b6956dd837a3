import { commonPassphrases } from './commonPassphrases'

/** Estimated and required strength, in bits. */
export interface PassphraseStrength { readonly bits: number; readonly needed: number; readonly enough: boolean }

/**
 * What the store on a copied disk must withstand. At 0.3 s a guess on one core (Argon2id, 19 MiB), 2^45 guesses take about 10,000 years
 * on a thousand cores.
 */
const NEEDED_BITS = 45

/** Bits of one of the few thousand words people think of first, including other ways to write it. */
const COMMON_BITS = 10
const RUN_BITS = 2
const DATE_BITS = 15

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujmik']

/**
 * Strength of a passphrase in the reading that is easiest to guess. Known words, dates, runs of keys or of the alphabet and repeats count
 * little, however long they are. Only the rest counts by length and kinds of characters. Fast enough for every keystroke.
 *
 * @param known words a guesser knows already, e.g. the username; they count almost nothing
 */
export function passphraseStrength(passphrase: string, known: readonly string[] = []): PassphraseStrength {
  const text = fold(passphrase)
  const words = [...known.map(fold).filter((word) => word.length > 2).map((word) => ({ word, bits: 1 })), ...commonPassphrases.map((word) => ({ word, bits: COMMON_BITS }))]
  const bits = Math.floor(cheapest(text, perCharacter(passphrase), words))
  return { bits, needed: NEEDED_BITS, enough: bits >= NEEDED_BITS }
}

/** Without diacritics and capitals: they cost a guesser one or two more tries, and do not make another word. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** Bits of one unpredictable character. Letters count less than their number, because language makes them partly predictable. */
function perCharacter(text: string): number {
  const kinds = [/[a-zà-ỹđ]/u.test(text) ? 12 : 0, /[A-ZÀ-ỸĐ]/u.test(text) ? 6 : 0, /\d/.test(text) ? 10 : 0, /[^\p{L}\d\s]/u.test(text) ? 12 : 0]
  return Math.log2(Math.max(2, kinds.reduce((sum, kind) => sum + kind, 0)))
}

interface Known { readonly word: string; readonly bits: number }

/** Bits of the cheapest way to compose the text from pieces: a shortest path over its positions. */
function cheapest(text: string, single: number, words: readonly Known[]): number {
  const cost = [0]
  for (let end = 1; end <= text.length; end++) {
    const ways = piecesEndingAt(text, end, words).map(({ start, bits }) => (cost[start] ?? 0) + bits)
    cost.push(Math.min((cost[end - 1] ?? 0) + (text[end - 1] === ' ' ? 1 : single), ...ways))
  }
  return cost[text.length] ?? 0
}

interface Piece { readonly start: number; readonly bits: number }

function piecesEndingAt(text: string, end: number, words: readonly Known[]): readonly Piece[] {
  const before = text.slice(0, end)
  const known = words.filter(({ word }) => before.endsWith(word)).map(({ word, bits }) => ({ start: end - word.length, bits }))
  return [...known, ...dates(before), ...runs(before), ...repeats(before)]
}

/** Days and years people remember, e.g. of birthdays and weddings. */
function dates(before: string): readonly Piece[] {
  const found = [/(?:0?[1-9]|[12]\d|3[01])[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:(?:19|20)\d\d|\d\d)$/, /(?:19|20)\d\d[-./ ]?(?:0?[1-9]|1[0-2])[-./ ]?(?:0?[1-9]|[12]\d|3[01])$/].flatMap((date) => {
    const match = date.exec(before)
    return match ? [{ start: match.index, bits: DATE_BITS }] : []
  })
  const year = /(?:19|20)\d\d$/.exec(before)
  return year ? [...found, { start: year.index, bits: 6 }] : found
}

/** Neighbours on the keyboard or in the alphabet, in either direction. The bits stand for first key, direction and length. */
function runs(before: string): readonly Piece[] {
  return longestEnds(before, 3, (piece) => rows.some((row) => row.includes(piece) || row.includes([...piece].reverse().join(''))), RUN_BITS + 4)
}

/** A character or group that is repeated: only its first occurrence counts fully, a repetition costs little. */
function repeats(before: string): readonly Piece[] {
  const found: Piece[] = []
  for (let size = 1; size <= 12 && size * 2 <= before.length; size++) {
    const unit = before.slice(-size)
    if (before.slice(-2 * size, -size) === unit) found.push({ start: before.length - size, bits: RUN_BITS / size < 1 ? 1 : RUN_BITS })
  }
  return found
}

function longestEnds(before: string, shortest: number, isRun: (piece: string) => boolean, bits: number): readonly Piece[] {
  const found: Piece[] = []
  for (let size = shortest; size <= before.length && isRun(before.slice(-size)); size++) found.push({ start: before.length - size, bits: bits + Math.log2(size) })
  return found
}
