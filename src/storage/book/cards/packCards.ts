import { purposes } from '../../../domain/consent'
import type { Card } from '../../../domain/records/cards/card'
import type { RecordKind, RecordStatus } from '../../../domain/records/record'

/*
 * A page of cards as stored: rows instead of objects, with each shared string (id, hamlet, run) stored once. That is a third of the bytes to read, decrypt
 * and parse while somebody waits for the book to open.
 */

/** Must be raised when `cardOf` or this layout changes: pages of another format are rebuilt from the records. */
const FORMAT = 8

export interface PackedCards {
  readonly format: number
  readonly strings: readonly string[]
  readonly rows: readonly Row[]
}

/** Values, or indexes into `strings` (-1 = none). Empty values at the end are left off. */
type Row = readonly (string | number | null)[]

const OPTIONAL = ['code', 'born', 'sex', 'number', 'phone', 'relation', 'detail', 'sentAt', 'check', 'visit', 'visitedOn', 'nextVisitOn', 'oldNumber', 'checkedOn', 'asked', 'askedTo', 'sameAs'] as const
/** Bits of a row's flags. */
const [GONE, SHRUNK, ACTION, CORRECTED, UNTRACED] = [1, 2, 4, 8, 16]
/** Above them, one bit for each purpose. */
const REFUSED = purposes.map((purpose, n) => [purpose, 32 << n] as const)
const SHARED = ['run', 'sentBy', 'device'] as const

/**
 * Packs cards of the replica only: a card with local work is on no page. The only `local` state such a card can have is `action`, a choice between two
 * values.
 */
export function packCards(cards: readonly Card[]): PackedCards {
  const strings: string[] = []
  const places = new Map<string, number>()
  const placeOf = (text: string | null | undefined): number => {
    if (text === null || text === undefined) return -1
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, strings.length)
    return strings.push(text) - 1
  }
  return { format: FORMAT, strings, rows: cards.map((card) => rowOf(card, placeOf)) }
}

function rowOf(card: Card, placeOf: (text: string | null | undefined) => number): Row {
  const { id, commune, kind, hamlet, household, person, status, name, notes, warnings, version, round } = card
  const row = [
    ...[id, commune, kind, hamlet, household, person, status].map(placeOf), name, notes, warnings, version, round,
    flagsOf(card), card.order ?? null, card.doubts ?? null, ...SHARED.map((key) => placeOf(card[key])), ...OPTIONAL.map((key) => card[key] ?? null),
  ]
  while (row.at(-1) === null || row.at(-1) === -1) row.pop()
  return row
}

function flagsOf({ gone, untraced, shrunk, local, corrected, refused = [] }: Card): number {
  const flags = (gone ? GONE : 0) + (untraced ? UNTRACED : 0) + (shrunk ? SHRUNK : 0) + (local === 'action' ? ACTION : 0) + (corrected ? CORRECTED : 0)
  return REFUSED.reduce((sum, [purpose, bit]) => sum + (refused.includes(purpose) ? bit : 0), flags)
}

/** `undefined` = the page has another format. */
export function unpackCards(packed: PackedCards): readonly Card[] | undefined {
  return packed.format === FORMAT ? packed.rows.map((row) => cardAt(packed.strings, row)) : undefined
}

function cardAt(strings: readonly string[], row: Row): Card {
  const at = (place: number): string | null => strings[row[place] as number] ?? null
  const card: { -readonly [K in keyof Card]: Card[K] } = {
    id: at(0)!, commune: at(1)!, kind: at(2) as RecordKind, hamlet: at(3)!, household: at(4), person: at(5), status: at(6) as RecordStatus | null,
    name: row[7] as string, notes: row[8] as number, warnings: row[9] as number, version: row[10] as number, round: row[11] as number, local: null,
  }
  const flags = row[12] as number
  if (flags & ACTION) card.local = 'action'
  if (flags & CORRECTED) card.corrected = true
  if (flags & GONE) card.gone = true
  if (flags & UNTRACED) card.untraced = true
  if (flags & SHRUNK) card.shrunk = true
  const refused = REFUSED.flatMap(([purpose, bit]) => (flags & bit ? [purpose] : []))
  if (refused.length > 0) card.refused = refused
  if (typeof row[13] === 'number') card.order = row[13]
  if (typeof row[14] === 'number') card.doubts = row[14]
  for (let n = 0; n < SHARED.length && 15 + n < row.length; n += 1) {
    const text = at(15 + n)
    if (text !== null) card[SHARED[n]!] = text
  }
  for (let n = 0; n < OPTIONAL.length && 18 + n < row.length; n += 1) {
    const text = row[18 + n]
    if (typeof text === 'string') card[OPTIONAL[n]!] = text
  }
  return card
}
