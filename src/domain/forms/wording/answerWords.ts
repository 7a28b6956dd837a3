import { findCode } from '../../codes/codeList'
import type { CodeItem } from '../../codes/codeItem'
import { isMissing, type AnswerRow, type AnswerValue, type MissingReason } from '../answers'
import { columnIn } from '../columnIn'
import type { Field, Lang } from '../form'
import { readLocation } from '../subjects/houseLocation'
import { spellDate, spellInteger, spellMoney } from './spell'
import { unitWords } from './unitWords'

const missingWords = {
  dontKnow: { vi: 'Không biết', en: 'Don’t know' },
  refused: { vi: 'Từ chối trả lời', en: 'Refused' },
  noneYet: { vi: 'Chưa có số', en: 'None yet' },
} as const satisfies Record<MissingReason, Readonly<Record<Lang, string>>>

/** Letters of the hash in the words for a photo. The words say that there is a photo, and tell it from another; its bytes are elsewhere. */
const PHOTO_MARK = 4
const photoWords = { vi: 'Có ảnh', en: 'A photo' } as const

const yesNoWords = { vi: ['Có', 'Không'], en: ['Yes', 'No'] } as const

/** The words for a missing reason. */
export function missingReasonWords(reason: MissingReason, lang: Lang): string {
  return missingWords[reason][lang]
}

/**
 * An answer as a person reads it: labels for codes, dd/MM/yyyy, 1.234.567 đồng. `''` = no answer. A value that cannot be read stays as
 * it is, so that nothing is hidden. A commune stays a code here, because its name needs the big list (`codes/units`).
 */
export function answerWords(field: Field, value: AnswerValue | undefined, lang: Lang): string {
  if (value === undefined) return ''
  if (isMissing(value)) return missingReasonWords(value.missing, lang)
  if (Array.isArray(value)) return (value as readonly (string | AnswerRow)[]).map((item) => itemWords(field, item, lang)).join('; ')
  if (typeof value === 'boolean') return yesNoWords[lang][value ? 0 : 1]
  if (typeof value === 'number') return numberWords(field, value, lang)
  return textWords(field, String(value), lang)
}

function itemWords(field: Field, item: string | AnswerRow, lang: Lang): string {
  if (typeof item === 'string') return textWords(field, item, lang)
  const columns = field.columns ?? {}
  return Object.keys(columns)
    .map((id) => answerWords(columnIn(columns, id, item), item[id], lang))
    .filter((words) => words !== '')
    .join(', ')
}

function numberWords(field: Field, value: number, lang: Lang): string {
  if (field.kind === 'money') return spellMoney(value, lang)
  // A year is a name, not an amount, so it has no thousands separator.
  const text = (field.min ?? 0) >= 1000 ? String(value) : spellInteger(value, lang)
  return field.unit ? `${text} ${unitWords(field.unit, lang)}` : text
}

/** Degrees north and east, in the order maps accept. */
function locationWords(value: string): string {
  const place = readLocation(value)
  return place ? `${place.latitude}, ${place.longitude} (± ${place.errorM} m)` : value
}

function textWords(field: Field, value: string, lang: Lang): string {
  if (field.kind === 'date') return spellDate(value)
  if (field.kind === 'photo') return `${photoWords[lang]} (${value.slice(0, PHOTO_MARK)})`
  if (field.kind === 'place') return locationWords(value)
  const item: CodeItem | undefined = field.codeList ? findCode(field.codeList, value) : field.options?.find((option) => option.code === value)
  return (lang === 'en' ? item?.labelEn : undefined) ?? item?.label ?? value
}
