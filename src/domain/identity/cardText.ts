import { fail, ok, type Result } from '../result'
import type { PartialDate, PlainDate } from '../time'
import { cleanName } from './nameKey'

/** The contents of the QR code of an identity card. It is not signed, so it can fill in fields but proves nothing. */
export interface CardText {
  readonly number: string
  /** Number of the former nine-digit CMND, if the card names one. */
  readonly oldNumber?: string
  /** As printed, with its letter case. */
  readonly fullName: string
  readonly born?: PartialDate
  /** `1` Nam, `2` Nữ. */
  readonly sex?: '1' | '2'
  /** Address in the three-tier form used before 1 July 2025. Kept as it is, never matched to a commune without asking. */
  readonly addressRaw?: string
  readonly issuedOn?: PlainDate
}

/** `notCard`: some other text. `cut`: only the beginning of a card's text. */
export type NotCard = 'notCard' | 'cut'

/** Length of a date whose day is known. */
const FULL_DATE = 10

/**
 * Reads the text in the QR code of an identity card: `number|old number|name|ddMMyyyy|Nam/Nữ|address|ddMMyyyy` (chip CCCD 2021-2024).
 * The card from July 2024 has 7 or 11 fields, of which the first seven are the same. The order of its last four is not confirmed,
 * so they are ignored. Scanners that act as a keyboard may add spaces and line ends.
 *
 * Never throws.
 */
export function parseCardText(text: string): Result<CardText, NotCard> {
  const fields = text.replace(/^\uFEFF/, '').split('|').map(cleanName)
  const [number = '', oldNumber = '', fullName = '', born = '', sex = '', addressRaw = '', issued = ''] = fields
  if (!/^\d{12}$/.test(number)) return fail('notCard')
  if (fields.length < 7) return fail('cut')
  if ((fields.length !== 7 && fields.length !== 11) || fullName === '') return fail('notCard')
  const bornOn = readDate(born)
  const issuedOn = readDate(issued)
  const sexCode = readSex(sex)
  return ok({
    number,
    ...(/^\d{9}$/.test(oldNumber) && { oldNumber }),
    fullName,
    ...(bornOn && { born: bornOn }),
    ...(sexCode && { sex: sexCode }),
    ...(addressRaw && { addressRaw }),
    ...(issuedOn?.length === FULL_DATE && { issuedOn }),
  })
}

function readSex(text: string): '1' | '2' | undefined {
  const word = text.toLowerCase()
  if (word === 'nam') return '1'
  return word === 'nữ' || word === 'nu' ? '2' : undefined
}

/** Reads `ddMMyyyy`. Day or month `00` (unknown) gives a shorter date. Impossible dates give `undefined`. */
function readDate(text: string): PartialDate | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? []
  if (!day || !month || !year || year < '1900') return undefined
  if (month === '00') return year
  if (month > '12') return undefined
  if (day === '00') return `${year}-${month}`
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) <= lastDay ? `${year}-${month}-${day}` : undefined
}
