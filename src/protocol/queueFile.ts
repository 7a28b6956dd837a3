import * as z from 'zod/mini'
import { fail, ok, type Result } from '../domain/result'
import { envelopeSchema, type Envelope } from './messages'

/*
 * The rescue file: the sealed queue as text that any way may carry, a cable, Bluetooth, a chat. One line of JSON says what it
 * is, then one line an envelope: of a file cut short on the way every whole line still counts. Nobody on the way can read an
 * envelope or change one unseen (`envelope.ts`), so the file needs no lock of its own.
 */

const VERSION = 1
/** A commune's forms of a year, 3,600 of 1.2 kB, with room. */
export const MAX_QUEUE_FILE_BYTES = 20_000_000

const head = z.object({ soThon: z.literal('queue'), version: z.int(), count: z.int().check(z.nonnegative()) })

export type QueueFileFailure =
  | { readonly kind: 'notQueueFile' }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newerFile' }

export interface QueueFile {
  readonly envelopes: readonly Envelope[]
  /** Envelopes the file once had and that cannot be read from it any more. */
  readonly lost: number
}

export function writeQueueFile(envelopes: readonly Envelope[]): string {
  const lines = envelopes.map(({ device, commune, counter, keyId, sealed }) => ({ device, commune, counter, keyId, sealed }))
  return [{ soThon: 'queue', version: VERSION, count: envelopes.length }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Reads what is whole. Ways that carry text may add a byte-order mark or end lines their own way. */
export function readQueueFile(text: string): Result<QueueFile, QueueFileFailure> {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const about = head.safeParse(parsed(first))
  if (!about.success) return fail({ kind: 'notQueueFile' })
  if (about.data.version > VERSION) return fail({ kind: 'newerFile' })
  const envelopes = rest.flatMap((line) => {
    const envelope = envelopeSchema.safeParse(parsed(line))
    return envelope.success ? [envelope.data] : []
  })
  return ok({ envelopes, lost: Math.max(0, about.data.count - envelopes.length) })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Not JSON is not a line of ours: the schema says so.
    return undefined
  }
}
