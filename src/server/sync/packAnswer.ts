import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }
/** Below this, packing costs more than it saves. */
const MIN_BYTES = 200

export interface PackedAnswer {
  readonly encoding: 'br' | 'gzip' | null
  readonly bytes: Buffer
}

/** A JSON answer packed as the client accepts it. */
export async function packAnswer(value: unknown, acceptEncoding: string): Promise<PackedAnswer> {
  const raw = Buffer.from(JSON.stringify(value))
  const accepted = acceptEncoding.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]!.trim())
  if (raw.length >= MIN_BYTES && accepted.includes('br')) return { encoding: 'br', bytes: await promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress)(raw, BROTLI) }
  if (raw.length >= MIN_BYTES && accepted.includes('gzip')) return { encoding: 'gzip', bytes: await promisify<Buffer, Buffer>(gzip)(raw) }
  return { encoding: null, bytes: raw }
}
