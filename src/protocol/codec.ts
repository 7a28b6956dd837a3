import type { Result } from '../domain/result'
import { fail, ok } from '../domain/result'

/**
 * How a request body is packed. Named in our own header (`x-sothon-encoding`), because proxies handle a request's
 * Content-Encoding badly (protocol rule 14). Identity is the fall-back of browsers without CompressionStream.
 */
export const bodyEncodings = ['deflate-raw', 'identity'] as const
export type BodyEncoding = (typeof bodyEncodings)[number]
export const ENCODING_HEADER = 'x-sothon-encoding'

export interface PackedBody {
  readonly encoding: BodyEncoding
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Packs a JSON value; never throws for serialisable input. */
export async function packBody(value: unknown): Promise<PackedBody> {
  const raw = new TextEncoder().encode(JSON.stringify(value))
  if (typeof CompressionStream === 'undefined') return { encoding: 'identity', bytes: raw }
  return { encoding: 'deflate-raw', bytes: await drain(raw, new CompressionStream('deflate-raw')) }
}

/** Unpacks what `packBody` made, up to `maxBytes` unpacked. `notOurs` for anything else: too large, broken, not JSON. */
export async function unpackBody(body: PackedBody, maxBytes: number): Promise<Result<unknown, 'notOurs'>> {
  try {
    const raw = body.encoding === 'identity' ? body.bytes : await drain(body.bytes, new DecompressionStream('deflate-raw'), maxBytes)
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw)))
  } catch {
    return fail('notOurs')
  }
}

/** @throws RangeError past `maxBytes`, so that a small bomb never fills the memory */
async function drain(bytes: Uint8Array<ArrayBuffer>, through: CompressionStream | DecompressionStream, maxBytes = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > maxBytes) throw new RangeError(`drain — more than ${maxBytes} bytes`)
    chunks.push(read.value as Uint8Array<ArrayBuffer>)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
