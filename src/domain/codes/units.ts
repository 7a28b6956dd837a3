import { foldName } from '../identity/nameKey'
import type { PlainDate } from '../time'
import { UNITS_VALID_FROM, unitsData } from './units.data'

/*
 * Provinces and communes. The data is big (about 90 kB): import it lazily, `const units = await import('.../units')`.
 * Compare units by code only: sources spell some names differently (Hòa/Hoà, apostrophes).
 */

export type CommuneKind = 'ward' | 'commune' | 'specialZone'

export interface Unit {
  readonly code: string
  /** Full name: "Xã Ninh Sơn", "Tỉnh Khánh Hoà". */
  readonly label: string
  readonly validFrom: PlainDate
  readonly validTo?: PlainDate
}

export interface Commune extends Unit {
  /** Name without the word for its kind: "Ninh Sơn". */
  readonly name: string
  readonly kind: CommuneKind
  readonly province: string
}

const kinds: Readonly<Record<string, readonly [CommuneKind, string]>> = {
  P: ['ward', 'Phường'],
  X: ['commune', 'Xã'],
  K: ['specialZone', 'Đặc khu'],
}

/** The provinces, by code. */
export const provinces: readonly Unit[] = unitsData.map(([code, label]) => ({ code, label, validFrom: UNITS_VALID_FROM }))

const communesByCode: ReadonlyMap<string, Commune> = new Map(
  unitsData.flatMap(([province, , packed]) => packed.split('|').map((entry) => readCommune(province, entry))).map((commune) => [commune.code, commune]),
)

function readCommune(province: string, entry: string): Commune {
  const [kind, word] = kinds[entry.charAt(5)] ?? (['commune', 'Xã'] as const)
  const name = entry.slice(6)
  return { code: entry.slice(0, 5), name, label: `${word} ${name}`, kind, province, validFrom: UNITS_VALID_FROM }
}

export function provinceByCode(code: string): Unit | undefined {
  return provinces.find((province) => province.code === code)
}

export function communeByCode(code: string): Commune | undefined {
  return communesByCode.get(code)
}

interface SearchKey {
  readonly commune: Commune
  readonly name: string
  readonly label: string
}

let searchKeys: readonly SearchKey[] | undefined

/**
 * Communes whose name contains the typed text (with or without diacritics), or whose code begins with it.
 *
 * @param options `province` limits the search to one province
 * @returns best first: the whole name, then names that begin with the text, then the rest; within each the same diacritics first, then by code
 */
export function searchCommunes(text: string, options: { readonly province?: string } = {}): readonly Commune[] {
  const wanted = foldName(text)
  if (wanted === '') return []
  searchKeys ??= [...communesByCode.values()].map((commune) => ({ commune, name: foldName(commune.name), label: foldName(commune.label) }))
  return searchKeys
    .filter((key) => options.province === undefined || key.commune.province === options.province)
    .filter((key) => key.name.includes(wanted) || key.label.startsWith(wanted) || key.commune.code.startsWith(wanted))
    .map((key) => ({ rank: rank(key, wanted, text), commune: key.commune }))
    .sort((a, b) => a.rank - b.rank || (a.commune.code < b.commune.code ? -1 : 1))
    .map((found) => found.commune)
}

function rank(key: SearchKey, wanted: string, typed: string): number {
  const exact = key.commune.label.toLowerCase().includes(typed.normalize('NFC').toLowerCase().trim()) ? 0 : 1
  if (key.name === wanted || key.label === wanted) return exact
  return (key.name.startsWith(wanted) ? 2 : 4) + exact
}
