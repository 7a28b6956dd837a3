import { ethnicities } from '../../domain/codes/ethnicities'
import { foldName, tonedName } from '../../domain/identity/nameKey'
import type { ImportProblem } from '../../protocol/importProblems'

/** The form in which words are compared: without diacritics and spaces, so that "Ra-glai", "Raglai" and "RAGLAI" are equal. */
const key = (text: string): string => foldName(text).replace(/[^a-z0-9]/g, '')

const sexes: Readonly<Record<string, string>> = { nam: '1', '1': '1', trai: '1', nu: '2', '2': '2', gai: '2' }

/** The code of a sex, written as Nam/Nữ or 1/2. */
export function readSex(text: string): string | undefined {
  return sexes[key(text)]
}

/** The words that lists use for the relations. Any other word is "Khác" (9). */
const relations: Readonly<Record<string, readonly string[]>> = {
  1: ['chu ho', 'ban than', 'chu ho gia dinh'],
  2: ['vo', 'chong', 'vo chong'],
  3: ['con', 'con trai', 'con gai', 'con ruot', 'con de', 'con trai ruot', 'con gai ruot'],
  4: ['cha', 'me', 'bo', 'cha me', 'bo me', 'cha de', 'me de', 'bo de', 'ba me', 'ma', 'ba ma', 'cha ruot', 'me ruot'],
  5: ['ong', 'ong ba', 'ong noi', 'ba noi', 'ong ngoai', 'ba ngoai'],
  6: ['anh', 'chi', 'em', 'anh chi em', 'anh trai', 'chi gai', 'em trai', 'em gai', 'anh ruot', 'chi ruot', 'em ruot'],
  7: ['chau', 'chau ruot', 'chau noi', 'chau ngoai', 'chau trai', 'chau gai'],
  9: ['khac', 'con dau', 'con re', 'con nuoi', 'o nho', 'nguoi lam'],
}
const relationCodes = new Map(Object.entries(relations).flatMap(([code, words]) => [[code, code], ...words.map((word) => [key(word), code] as const)] as const))

interface Relation {
  readonly code: string
  readonly problem?: ImportProblem
}

/**
 * Words that differ only in tone: "ba" is a father in the south, "bà" a grandmother. "bá" is neither. A list typed without diacritics may mean either
 * by "ba".
 */
const toned: ReadonlyMap<string, Relation> = new Map([[tonedName('bà'), { code: '5' }], [tonedName('ba'), { code: '4', problem: 'relationBa' }]])

/** The code of a relation to the head; "Khác" (9) for unknown words. `problem` = somebody should check it. */
export function readRelation(text: string): Relation {
  const code = relationCodes.get(key(text))
  return code ? { code } : toned.get(tonedName(text.replace(/[^\p{L}\p{M}]/gu, ''))) ?? { code: '9', problem: 'relationOther' }
}

const spellings: Readonly<Record<string, string>> = { raglay: 'raglai', racglay: 'raglai', khome: 'khome', khmer: 'khome', hmong: 'hmong', mong: 'hmong', koho: 'coho', kho: 'coho', ede: 'ede', giarai: 'giarai', jrai: 'giarai', churu: 'churu' }
const ethnicityCodes = new Map(ethnicities.flatMap(({ code, label }) => [[key(label), code], [code, code]] as const))

/** The code of an ethnic group by its name, in the spellings that lists use. */
export function readEthnicity(text: string): string | undefined {
  const name = key(text)
  return ethnicityCodes.get(spellings[name] ?? name)
}
