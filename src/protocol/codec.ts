import { deflate } from './deflate'

/**
 * How a request body is packed. Named in our own header (`x-sothon-encoding`), because proxies handle a request's
 * Content-Encoding badly (protocol rule 14). `columns` is our own (`writeColumns`); the others are for a server that does not
 * know it, and identity for browsers without CompressionStream.
 */
export const bodyEncodings = ['columns', 'deflate-raw', 'identity'] as const
export type BodyEncoding = (typeof bodyEncodings)[number]
export const ENCODING_HEADER = 'x-sothon-encoding'
/** Media type of an answer packed by columns; sent to those that accept it. */
export const COLUMNS_TYPE = 'application/vnd.sothon.columns'

export interface PackedBody {
  readonly encoding: BodyEncoding
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Packs a JSON value by columns. The code for it comes when the first body is packed. */
export async function packColumns(value: unknown): Promise<PackedBody> {
  const { writeColumns } = await import('./columns/writeColumns')
  return { encoding: 'columns', bytes: writeColumns(value) }
}

/** @throws ColumnsBroken when the bytes are none that `packColumns` makes */
export async function unpackColumns(bytes: Uint8Array): Promise<unknown> {
  const { readColumns } = await import('./columns/readColumns')
  return readColumns(bytes)
}

/** Packs a JSON value as any server of ours reads it; never throws for serialisable input. */
export async function packBody(value: unknown): Promise<PackedBody> {
  const raw = new TextEncoder().encode(JSON.stringify(value))
  if (typeof CompressionStream === 'undefined') return { encoding: 'identity', bytes: raw }
  return { encoding: 'deflate-raw', bytes: await deflate(raw) }
}
