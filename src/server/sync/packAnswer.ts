import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { COLUMNS_TYPE } from '../../protocol/codec'
import { writeAnswer, type FramedAnswer } from '../../protocol/answerFrames'

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }
const JSON_TYPE = 'application/json; charset=utf-8'
/** Below this, packing costs more than it saves. */
const MIN_BYTES = 200

export interface PackedAnswer {
  readonly type: string
  readonly encoding: 'br' | 'gzip' | null
  readonly bytes: Buffer
}

/** An answer packed as the client accepts it: by columns, or as JSON with what its browser unpacks. */
export async function packAnswer(answer: FramedAnswer, headers: { readonly accept?: string | undefined; readonly 'accept-encoding'?: string | string[] | undefined }): Promise<PackedAnswer> {
  if (accepted(headers.accept).includes(COLUMNS_TYPE)) return { type: COLUMNS_TYPE, encoding: null, bytes: Buffer.from(writeAnswer(answer)) }
  const raw = Buffer.from(JSON.stringify(answer.response))
  const encodings = accepted(String(headers['accept-encoding'] ?? ''))
  const isWorthIt = raw.length >= MIN_BYTES
  if (isWorthIt && encodings.includes('br')) return { type: JSON_TYPE, encoding: 'br', bytes: await promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress)(raw, BROTLI) }
  if (isWorthIt && encodings.includes('gzip')) return { type: JSON_TYPE, encoding: 'gzip', bytes: await promisify<Buffer, Buffer>(gzip)(raw) }
  return { type: JSON_TYPE, encoding: null, bytes: raw }
}

const accepted = (header = ''): readonly string[] =>
  header.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]!.trim())
