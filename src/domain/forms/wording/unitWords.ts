import type { Lang } from '../form'

/** Released forms name their units in Vietnamese alone. */
const english: Readonly<Record<string, string>> = { 'đồng/tháng': 'đồng a month', con: 'children', điểm: 'points' }

/** What a unit is called; the form's own word where no other is known. */
export function unitWords(unit: string, lang: Lang): string {
  return lang === 'en' ? (english[unit] ?? unit) : unit
}
