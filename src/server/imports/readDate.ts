import { PARTIAL_DATE, type PartialDate } from '../../domain/time'

/**
 * Reads a date as Vietnamese lists write it: `7/3/1985`, `07-03-1985`, `07.03.1985`, `3/1985`, `1985`, `1985-03-07`. Whether the day exists is
 * checked by the form's rules. `undefined` = anything else.
 */
export function readDate(text: string): PartialDate | undefined {
  const tidy = text.trim().replace(/\s*([/.-])\s*/g, '$1').replace(/^(\S+)[ T]0{1,2}:00(:00)?$/, '$1')
  if (PARTIAL_DATE.test(tidy)) return tidy
  const parts = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(tidy)
  if (!parts) return undefined
  const [, day, month = '', year = ''] = parts
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
}
