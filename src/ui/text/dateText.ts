/** `25/11/1990`, `11/1990` or `1990` for a partial date. Anything else is returned unchanged. */
export function dateText(value: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? []
  if (!year) return value
  return [day, month, year].filter(Boolean).join('/')
}

/**
 * Reads a typed date as a partial date (`1990-11-25`, `1990-11` or `1990`). Accepts dd/mm/yyyy, mm/yyyy or yyyy, separated by `/`, `-`, `.` or
 * spaces, or eight or six digits in a row. A day that does not exist keeps its parts (31/02/2020 -> 2020-02-31), so that the form can say what is
 * wrong with it. Anything else is returned trimmed, otherwise unchanged.
 */
export function parseDateText(text: string): string {
  const compact = text.trim()
  const parts = /^\d{8}$/.test(compact) ? [compact.slice(0, 2), compact.slice(2, 4), compact.slice(4)]
    : /^\d{6}$/.test(compact) ? [compact.slice(0, 2), compact.slice(2)]
      : compact.split(/[/\-.\s]+/)
  const [year, month, day] = [...parts].reverse()
  if (parts.length > 3 || !year || !/^\d{4}$/.test(year)) return compact
  if ([month, day].some((part) => part !== undefined && !/^\d{1,2}$/.test(part))) return compact
  return [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')).join('-')
}
