/** `dd/MM/yyyy`; `--/MM/yyyy` if the day is unknown; only the year if nothing else is known. Other text stays as it is. */
export function spellDate(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? []
  if (!year) return date
  return month ? `${day ?? '--'}/${month}/${year}` : year
}

/** `1.234.567` in Vietnamese, `1,234,567` in English. */
export function spellInteger(value: number, lang: 'vi' | 'en'): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, lang === 'vi' ? '.' : ',')
}

/** `540.000 đồng`. */
export function spellMoney(value: number, lang: 'vi' | 'en'): string {
  return `${spellInteger(value, lang)} ${lang === 'vi' ? 'đồng' : 'VND'}`
}
