import { promisify } from 'node:util'
import { gunzip, inflateRaw, type ZlibOptions } from 'node:zlib'
import { fail, ok, type Result } from '../../domain/result'

/** Inflated; a batch of the largest size is far below. */
const MAX_BYTES = 8_000_000
/** Operations are shallow; deeper JSON is an attack on whatever walks it. */
const MAX_DEPTH = 32

const unpackers: Readonly<Record<string, (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>>> = {
  identity: async (bytes) => bytes,
  'deflate-raw': promisify<Buffer, ZlibOptions, Buffer>(inflateRaw),
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
}

/** The JSON in a packed body; a body that inflates too far is stopped at the limit, not after it. Never throws. */
export async function unpackRequest(body: unknown, encoding: unknown): Promise<Result<unknown, 'malformed' | 'tooLarge'>> {
  const unpack = Object.hasOwn(unpackers, String(encoding)) ? unpackers[String(encoding)] : undefined
  if (!unpack || !Buffer.isBuffer(body)) return fail('malformed')
  try {
    const bytes = await unpack(body, { maxOutputLength: MAX_BYTES })
    if (bytes.length > MAX_BYTES) return fail('tooLarge')
    if (isTooDeep(bytes)) return fail('malformed')
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    return fail((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'malformed')
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Counts brackets outside strings; says nothing about whether the JSON is right. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte === QUOTE) inString = !inString
    else if (inString && byte === BACKSLASH) at += 1
    else if (!inString && OPENING.has(byte)) depth += 1
    else if (!inString && CLOSING.has(byte)) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
