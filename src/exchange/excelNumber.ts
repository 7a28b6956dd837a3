/**
 * A number cell as a person wrote it: `58149002215`, `1.5`. XLSX may store `5.8149002215E10`. Up to 15 digits, which is all
 * Excel stores, the integer is exact. Anything else stays as it is, so that the checks report it.
 */
export function excelNumber(raw: string): string {
  if (!/^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(raw)) return raw
  const value = Number(raw)
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : raw
}

const DAY_MS = 86_400_000
const EPOCH_MS = Date.UTC(1899, 11, 30)
/** 1 March 1900: before it Excel counts a 29 February 1900, which did not exist. */
const FIRST_SURE_SERIAL = 61
const LAST_SERIAL = 73_050 // 31 December 2099

/** An Excel day number as `dd/mm/yyyy`. `undefined` outside 1900-03-01 .. 2099-12-31. Base 1900, not that of old Macs. */
export function excelDay(serial: number): string | undefined {
  if (!Number.isInteger(serial) || serial < FIRST_SURE_SERIAL || serial > LAST_SERIAL) return undefined
  return dayText(new Date(EPOCH_MS + serial * DAY_MS))
}

/** A UTC moment that stands for a day, as XLSX readers give it, as `dd/mm/yyyy`. */
export function dayText(date: Date): string {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}
