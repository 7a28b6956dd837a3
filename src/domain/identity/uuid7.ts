/**
 * UUID version 7 (RFC 9562). Ids made on a phone sort by time, which keeps the server's index writes together.
 * Pure: clock and randomness are arguments, which `browser` and `server` provide.
 *
 * @param epochMs milliseconds since 1970, an integer below 2^48
 * @param random exactly 10 bytes from a cryptographic source
 * @throws RangeError if there are more or fewer bytes
 */
export function uuid7(epochMs: number, random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError(`uuid7 needs 10 random bytes, got ${random.length}`)
  const bytes = new Uint8Array(16)
  for (let at = 5, rest = epochMs; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  bytes.set(random, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  let text = ''
  for (const [index, byte] of bytes.entries()) text += (DASH_BEFORE.includes(index) ? '-' : '') + hex[byte]
  return text
}

const DASH_BEFORE: readonly number[] = [4, 6, 8, 10]
const hex: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
