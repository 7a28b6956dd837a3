import { deflate } from './deflate'
import type { SyncRequest, SyncResponse } from './messages'

/**
 * How a request body is packed as a whole, for a server that does not know columns (S14). `identity` is for browsers without
 * CompressionStream. It is named in our own header (`x-sothon-encoding`), because proxies handle a request's Content-Encoding badly.
 */
const bodyEncodings = ['deflate-raw', 'identity'] as const
export type BodyEncoding = (typeof bodyEncodings)[number]
export const ENCODING_HEADER = 'x-sothon-encoding'
/** Media type of a body packed by columns, frame by frame. An answer is packed so if the client accepts it. */
export const COLUMNS_TYPE = 'application/vnd.sothon.columns'

export interface PackedBody {
  readonly encoding: BodyEncoding | 'columns'
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Packs a request by columns. The code for it is loaded on first use. */
export async function packByColumns(request: SyncRequest): Promise<PackedBody> {
  const { writeRequest } = await import('./requestFrames')
  return { encoding: 'columns', bytes: writeRequest(request) }
}

export interface UnpackedAnswer {
  /** The answer of the frames that are whole. `null` = there is none. */
  readonly response: SyncResponse | null
  /** Nothing was cut off. */
  readonly isWhole: boolean
}

/** @throws ColumnsBroken if the bytes are not the beginning of something `answerFrames` makes */
export async function unpackAnswer(bytes: Uint8Array): Promise<UnpackedAnswer> {
  const [{ ColumnsReader }, { joinAnswer }] = await Promise.all([import('./columns/readColumns'), import('./answerFrames')])
  const reader = new ColumnsReader()
  reader.add(bytes)
  return { response: joinAnswer(reader.read()), isWhole: reader.isWhole }
}

/** Packs a JSON value in a way that every version of our server reads. Never throws for serialisable input. */
export async function packBody(value: unknown): Promise<PackedBody> {
  const raw = new TextEncoder().encode(JSON.stringify(value))
  if (typeof CompressionStream === 'undefined') return { encoding: 'identity', bytes: raw }
  return { encoding: 'deflate-raw', bytes: await deflate(raw) }
}
