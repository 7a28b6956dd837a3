import { foldName } from '../identity/nameKey'
import { oldUnitsData } from './oldUnits.data'

/** A commune as it was before 1 July 2025. Big (about 170 kB of text): import it lazily, as `units.ts`. */
export interface OldCommune {
  /** Full name: "Xã Quảng Sơn, Huyện Ninh Sơn, Ninh Thuận". */
  readonly label: string
  /** Codes of the communes it became: of one that was divided several, and only a person knows which. */
  readonly heirs: readonly string[]
}

interface SearchKey {
  readonly old: OldCommune
  /** Name without the word for its kind, folded. */
  readonly name: string
  /** Name, district and province without the words for their kinds. */
  readonly plain: string
  /** With them. */
  readonly folded: string
}

const kinds: Readonly<Record<string, string>> = { X: 'Xã', P: 'Phường', T: 'Thị trấn' }
const CODE_DIGITS = 5

let searchKeys: readonly SearchKey[] | undefined

/**
 * Old communes by a part of their name, and of their district or province where it is typed too ("quảng sơn ninh sơn"), with or without
 * diacritics, commas and the words for their kinds: as an old card or a household book has them. Best first: what begins with the text,
 * then by name alone, then the others; as listed inside each.
 */
export function searchOldCommunes(text: string): readonly OldCommune[] {
  const typed = foldName(text.replaceAll(',', ' ')).replace(/^(xa|phuong|thi tran) (?=.)/, '')
  const words = typed.split(' ')
  if (typed === '') return []
  searchKeys ??= oldUnitsData.flatMap(([province, ...districts]) => districts.flatMap((packed) => keysOf(province, packed)))
  const found = searchKeys.filter(({ name, folded }) => ` ${name}`.includes(` ${words[0]}`) && words.every((word) => folded.includes(` ${word}`)))
  const rankOf = ({ name, plain }: SearchKey): number => (plain.startsWith(typed) ? 0 : typed.startsWith(name) ? 1 : 2)
  return [0, 1, 2].flatMap((rank) => found.filter((key) => rankOf(key) === rank)).map(({ old }) => old)
}

function keysOf(province: string, packed: string): readonly SearchKey[] {
  const [district = '', ...entries] = packed.split('|')
  const around = [district, province].map((unit) => unit.replace(/^(Huyện|Quận|Thị xã|Thành phố|Tỉnh) /, '')).join(' ')
  let heirs: readonly string[] = []
  return entries.map((entry) => {
    const [name = '', codes = ''] = entry.slice(1).split('>')
    if (codes !== '') heirs = Array.from({ length: codes.length / CODE_DIGITS }, (_, at) => codes.slice(at * CODE_DIGITS, (at + 1) * CODE_DIGITS))
    const label = `${kinds[entry.charAt(0)] ?? ''} ${name}, ${district}, ${province}`.trim()
    return { old: { label, heirs }, name: foldName(name), plain: foldName(`${name} ${around}`), folded: ` ${foldName(label.replaceAll(',', ' '))}` }
  })
}
