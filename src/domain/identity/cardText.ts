import { fail, ok, type Result } from '../result'
import type { PartialDate, PlainDate } from '../time'
import { cleanName } from './nameKey'

/** What the QR code of an identity card says. It is not signed: it fills fields and proves nothing. */
export interface CardText {
  readonly number: string
  /** Nine-digit CMND before it, when the card names one. */
  readonly oldNumber?: string
  /** As printed; letter case is not touched. */
  readonly fullName: string
  readonly born?: PartialDate
  /** `1` Nam, `2` Nữ. */
  readonly sex?: '1' | '2'
  /** Address in the three-tier form before 1 July 2025; kept raw, never matched to a commune in silence. */
  readonly addressRaw?: string
  readonly issuedOn?: PlainDate
}

export type NotCard = 'notCard' | 'cut'

/** Characters of a date of which the day is known. */
const FULL_DATE = 10

/**
 * Reads the text of a chip card's QR: `number|old number|name|ddMMyyyy|Nam/Nữ|address|ddMMyyyy` (chip CCCD 2021-2024),
 * and the card from July 2024, which has 7 or 11 fields with the same first seven; the order of the last four is not
 * confirmed, so they are ignored. Scanners that type (keyboard wedge) may add spaces and line ends.
 *
 * @returns `notCard` for any other text, `cut` for the beginning of a card's; never throws
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

/** `ddMMyyyy`; day or month `00` (only the year is known) gives a shorter date. Impossible dates give `undefined`. */
function readDate(text: string): PartialDate | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? []
  if (!day || !month || !year || year < '1900') return undefined
  if (month === '00') return year
  if (month > '12') return undefined
  if (day === '00') return `${year}-${month}`
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) <= lastDay ? `${year}-${month}-${day}` : undefined
}
