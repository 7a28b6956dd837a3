import { deflate } from './deflate'

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
  return { encoding: 'deflate-raw', bytes: await deflate(raw) }
}
