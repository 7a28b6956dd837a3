import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { COLUMNS_TYPE } from '../../../protocol/codec'
import { answerFrames, type FramedAnswer } from '../../../protocol/answerFrames'

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }
const JSON_TYPE = 'application/json; charset=utf-8'
/** Below this, packing costs more than it saves. */
const MIN_BYTES = 200

export interface PackedAnswer {
  readonly type: string
  readonly encoding: 'br' | 'gzip' | null
  /** A long answer begins before it is packed to its end. */
  readonly body: Buffer | Readable
  /** Fulfilled when all of it is packed, or nobody wants it any more; absent = it is packed. */
  readonly packed?: Promise<void>
}

/** An answer packed as the client accepts it: by columns, or as JSON with what its browser unpacks. */
export async function packAnswer(answer: FramedAnswer, headers: { readonly accept?: string | undefined; readonly 'accept-encoding'?: string | string[] | undefined }): Promise<PackedAnswer> {
  if (accepted(headers.accept).includes(COLUMNS_TYPE)) return { type: COLUMNS_TYPE, encoding: null, ...framed(answerFrames(answer)) }
  const raw = Buffer.from(JSON.stringify(answer.response))
  const encodings = accepted(String(headers['accept-encoding'] ?? ''))
  const isWorthIt = raw.length >= MIN_BYTES
  if (isWorthIt && encodings.includes('br')) return { type: JSON_TYPE, encoding: 'br', body: await promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress)(raw, BROTLI) }
  if (isWorthIt && encodings.includes('gzip')) return { type: JSON_TYPE, encoding: 'gzip', body: await promisify<Buffer, Buffer>(gzip)(raw) }
  return { type: JSON_TYPE, encoding: null, body: raw }
}

/** Frames that are packed before anything goes out: an answer of fewer, as most are, goes in one piece. */
const FIRST_FRAMES = 8

function framed(frames: Iterator<Uint8Array, void>): Pick<PackedAnswer, 'body' | 'packed'> {
  const first: Uint8Array[] = []
  while (first.length < FIRST_FRAMES) {
    const frame = frames.next()
    if (frame.done) return { body: Buffer.concat(first) }
    first.push(frame.value)
  }
  // What waits for a slow line are bytes, as many as there are: it must not keep the records they are made of waiting as well.
  const body = new Readable({ read() {} })
  body.push(Buffer.concat(first))
  return { body, packed: packInto(body, frames) }
}

/** Lets others be served before each frame, and whoever sends the body begin before the first. */
async function packInto(body: Readable, frames: Iterator<Uint8Array, void>): Promise<void> {
  try {
    for (;;) {
      await setImmediate()
      const frame = body.destroyed ? null : frames.next()
      if (!frame || frame.done) break
      body.push(frame.value)
    }
    body.push(null)
  } catch (error) {
    // Told to the log by whoever sends the body; to the phone the line is broken, and what came before counts.
    body.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

const accepted = (header = ''): readonly string[] =>
  header.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]!.trim())
