import { foldName } from '../identity/nameKey'
import { oldUnitsData } from './oldUnits.data'

/** A commune before 1 July 2025. The data is big (about 170 kB of text): import it lazily, like `units.ts`. */
export interface OldCommune {
  /** Full name: "Xã Quảng Sơn, Huyện Ninh Sơn, Ninh Thuận". */
  readonly label: string
  /** Codes of the communes that replaced it. Several if it was divided: then a person must choose. */
  readonly heirs: readonly string[]
}

interface SearchKey {
  readonly old: OldCommune
  /** Name without the word for its kind, folded. */
  readonly name: string
  /** Name, district and province without the words for their kinds, folded. */
  readonly plain: string
  /** Name, district and province with the words for their kinds, folded. */
  readonly folded: string
}

const kinds: Readonly<Record<string, string>> = { X: 'Xã', P: 'Phường', T: 'Thị trấn' }
const CODE_DIGITS = 5

let searchKeys: readonly SearchKey[] | undefined

/**
 * Old communes by a part of their name, and also of their district or province ("quảng sơn ninh sơn"), as an old card or a household book
 * names them. Diacritics, commas and the words for their kinds are optional.
 *
 * @returns best first: those that begin with the text, then those whose name it begins with, then the others; each in list order
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
