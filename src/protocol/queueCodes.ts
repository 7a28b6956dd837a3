import { fail, ok, type Result } from '../domain/result'

/*
 * A rescue file as a series of QR codes, for a few forms between two phones that have only a screen and a camera. Each code names
 * its series and its place in it. The codes may be read in any order, while the series is shown round and round.
 *
 *   STHON1:<checksum of the whole, 8 hex>:<place>/<count>:<a part of the text>
 */

const MARK = 'STHON1'
/** Fits into a QR code of version 17 or less, which an old camera can read from a cracked screen. */
const PART_CHARS = 500
/** Takes a minute of holding two phones. For more, a file is better. */
export const MAX_CODES = 30

const shape = new RegExp(`^${MARK}:([0-9a-f]{8}):(\\d{1,2})/(\\d{1,2}):([^]*)$`)

/** The codes of a rescue file. `null` = it is too long for codes. */
export function writeQueueCodes(file: string): readonly string[] | null {
  const count = Math.max(1, Math.ceil(file.length / PART_CHARS))
  if (count > MAX_CODES) return null
  const id = checksum(file)
  return Array.from({ length: count }, (_, at) => `${MARK}:${id}:${at + 1}/${count}:${file.slice(at * PART_CHARS, (at + 1) * PART_CHARS)}`)
}

/** The parts of one series that were read so far. */
export interface CodesRead {
  readonly id: string
  readonly count: number
  readonly parts: ReadonlyMap<number, string>
}

/** Adds a code to the parts read so far. A code of another series starts again with that one. The same code twice changes nothing. */
export function addQueueCode(read: CodesRead | null, code: string): Result<CodesRead, 'notQueueCode'> {
  const [, id = '', place, total, part = ''] = shape.exec(code) ?? []
  const [at, count] = [Number(place), Number(total)]
  if (id === '' || at < 1 || at > count || count > MAX_CODES) return fail('notQueueCode')
  const before = read?.id === id && read.count === count ? read : { id, count, parts: new Map<number, string>() }
  if (before.parts.has(at)) return ok(before)
  return ok({ ...before, parts: new Map([...before.parts, [at, part]]) })
}

/** The rescue file, once every code was read. `null` = codes are missing, or the parts do not match the checksum. */
export function fileOfCodes({ id, count, parts }: CodesRead): string | null {
  if (parts.size < count) return null
  const file = Array.from({ length: count }, (_, at) => parts.get(at + 1) ?? '').join('')
  return checksum(file) === id ? file : null
}

/** FNV-1a, 32 bits. It detects mixed-up series, not attacks: what is sealed proves itself. */
function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
