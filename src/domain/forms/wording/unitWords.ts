import type { Lang } from '../form'

/** English names of units, as released forms have them only in Vietnamese. */
const english: Readonly<Record<string, string>> = { 'đồng/tháng': 'đồng a month', con: 'children', điểm: 'points' }

/** The name of a unit. If there is no English name, the form's own word. */
export function unitWords(unit: string, lang: Lang): string {
  return lang === 'en' ? (english[unit] ?? unit) : unit
}
