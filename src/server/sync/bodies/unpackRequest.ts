import { promisify } from 'node:util'
import { gunzip, inflateRaw, type ZlibOptions } from 'node:zlib'
import { fail, ok, type Result } from '../../../domain/result'
import { readShallowJson } from '../../../protocol/shallowJson'

/** Limit after decompression. The largest batch is far below it. */
const MAX_BYTES = 8_000_000

const unpackers: Readonly<Record<string, (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>>> = {
  identity: async (bytes) => bytes,
  'deflate-raw': promisify<Buffer, ZlibOptions, Buffer>(inflateRaw),
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
}

/** Unpacks a body and parses its JSON. Decompression stops at the limit, not after it. Never throws. */
export async function unpackRequest(body: unknown, encoding: unknown): Promise<Result<unknown, 'malformed' | 'tooLarge'>> {
  const unpack = Object.hasOwn(unpackers, String(encoding)) ? unpackers[String(encoding)] : undefined
  if (!unpack || !Buffer.isBuffer(body)) return fail('malformed')
  try {
    const bytes = await unpack(body, { maxOutputLength: MAX_BYTES })
    if (bytes.length > MAX_BYTES) return fail('tooLarge')
    return ok(readShallowJson(bytes))
  } catch (error) {
    return fail((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooLarge' : 'malformed')
  }
}
