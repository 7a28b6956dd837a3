import * as z from 'zod/mini'
import { fail, ok, type Result } from '../domain/result'
import { envelopeSchema, type Envelope } from './messages'
import { sealedDraftSchema, type SealedDraft } from './sealing/sealedDrafts'

/*
 * The rescue file: the sealed queue and the sealed drafts as text that can be carried in any way: cable, Bluetooth, chat. The first line
 * of JSON says what it is; each further line is one envelope or draft. If the file is cut short, every whole line still counts. Nobody can
 * read or change one unnoticed (`envelope.ts`, `draftSeal.ts`), so the file needs no encryption of its own. Older apps skip drafts.
 */

const VERSION = 1
/** A year of a commune's forms (3,600 of 1.2 kB) with room to spare. */
export const MAX_QUEUE_FILE_BYTES = 20_000_000

const head = z.object({ soThon: z.literal('queue'), version: z.int(), count: z.int().check(z.nonnegative()), drafts: z.optional(z.int().check(z.nonnegative())) })

export type QueueFileFailure =
  | { readonly kind: 'notQueueFile' }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newerFile' }

export interface QueueFile {
  readonly envelopes: readonly Envelope[]
  readonly drafts: readonly SealedDraft[]
  /** Envelopes and drafts that the file announces and that cannot be read from it. */
  readonly lost: number
}

export function writeQueueFile(envelopes: readonly Envelope[], drafts: readonly SealedDraft[] = []): string {
  const forms = envelopes.map(({ device, commune, counter, keyId, sealed }) => ({ device, commune, counter, keyId, sealed }))
  const begun = drafts.map(({ device, commune, record, sealed }) => ({ device, commune, record, sealed }))
  return [{ soThon: 'queue', version: VERSION, count: forms.length, ...(begun.length > 0 && { drafts: begun.length }) }, ...forms, ...begun].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Reads every whole line. The text may have got a byte-order mark or other line ends on its way. */
export function readQueueFile(text: string): Result<QueueFile, QueueFileFailure> {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const about = head.safeParse(parsed(first))
  if (!about.success) return fail({ kind: 'notQueueFile' })
  if (about.data.version > VERSION) return fail({ kind: 'newerFile' })
  const lines = rest.map(parsed)
  const envelopes = lines.flatMap((line) => envelopeSchema.safeParse(line).data ?? [])
  const drafts = lines.flatMap((line) => sealedDraftSchema.safeParse(line).data ?? [])
  return ok({ envelopes, drafts, lost: Math.max(0, about.data.count + (about.data.drafts ?? 0) - envelopes.length - drafts.length) })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Text that is not JSON is no line of ours; the schema rejects `undefined`.
    return undefined
  }
}
