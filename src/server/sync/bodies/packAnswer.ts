import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { COLUMNS_TYPE } from '../../../protocol/codec'
import { answerFrames, type FramedAnswer } from '../../../protocol/answerFrames'

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }
const JSON_TYPE = 'application/json; charset=utf-8'
/** An answer below this size is not compressed: it would cost more than it saves. */
const MIN_BYTES = 200

export interface PackedAnswer {
  readonly type: string
  readonly encoding: 'br' | 'gzip' | null
  /** A stream for a long answer, which begins to be sent before all of it is packed. */
  readonly body: Buffer | Readable
  /** Resolves when all is packed, or the receiver is gone. Absent = it is packed already. */
  readonly packed?: Promise<void>
}

/** Packs an answer as the client accepts it: by columns, or as JSON compressed for the browser. */
export async function packAnswer(answer: FramedAnswer, headers: { readonly accept?: string | undefined; readonly 'accept-encoding'?: string | string[] | undefined }): Promise<PackedAnswer> {
  if (accepted(headers.accept).includes(COLUMNS_TYPE)) return { type: COLUMNS_TYPE, encoding: null, ...framed(answerFrames(answer)) }
  const raw = Buffer.from(JSON.stringify(answer.response))
  const encodings = accepted(String(headers['accept-encoding'] ?? ''))
  const isWorthIt = raw.length >= MIN_BYTES
  if (isWorthIt && encodings.includes('br')) return { type: JSON_TYPE, encoding: 'br', body: await promisify<Buffer, typeof BROTLI, Buffer>(brotliCompress)(raw, BROTLI) }
  if (isWorthIt && encodings.includes('gzip')) return { type: JSON_TYPE, encoding: 'gzip', body: await promisify<Buffer, Buffer>(gzip)(raw) }
  return { type: JSON_TYPE, encoding: null, body: raw }
}

/** Frames that are packed before anything is sent. An answer with fewer frames, as most have, is sent in one piece. */
const FIRST_FRAMES = 8

function framed(frames: Iterator<Uint8Array, void>): Pick<PackedAnswer, 'body' | 'packed'> {
  const first: Uint8Array[] = []
  while (first.length < FIRST_FRAMES) {
    const frame = frames.next()
    if (frame.done) return { body: Buffer.concat(first) }
    first.push(frame.value)
  }
  // Frames are packed without waiting for a slow connection. The packed bytes may wait, but the records they are made of can be freed.
  const body = new Readable({ read() {} })
  body.push(Buffer.concat(first))
  return { body, packed: packInto(body, frames) }
}

/** Yields to other requests before each frame, also before the first, so that sending can begin. */
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
    // The sender of the body logs the error. For the phone the connection is broken, and the frames before count.
    body.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

const accepted = (header = ''): readonly string[] =>
  header.split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]!.trim())
