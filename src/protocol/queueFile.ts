import * as z from 'zod/mini'
import { fail, ok, type Result } from '../domain/result'
import { envelopeSchema, type Envelope } from './messages'
import { sealedDraftSchema, type SealedDraft } from './sealing/sealedDrafts'

/*
 * The rescue file: the sealed queue and the sealed drafts as text that any way may carry, a cable, Bluetooth, a chat. One line of JSON
 * says what it is, then one line an envelope or draft: of a file cut short on the way every whole line still counts. Nobody on the way can
 * read one or change one unseen (`envelope.ts`, `draftSeal.ts`), so the file needs no lock of its own. Older apps pass drafts over.
 */

const VERSION = 1
/** A commune's forms of a year, 3,600 of 1.2 kB, with room. */
export const MAX_QUEUE_FILE_BYTES = 20_000_000

const head = z.object({ soThon: z.literal('queue'), version: z.int(), count: z.int().check(z.nonnegative()), drafts: z.optional(z.int().check(z.nonnegative())) })

export type QueueFileFailure =
  | { readonly kind: 'notQueueFile' }
  /** Written by a newer version of the app. */
  | { readonly kind: 'newerFile' }

export interface QueueFile {
  readonly envelopes: readonly Envelope[]
  readonly drafts: readonly SealedDraft[]
  /** Envelopes and drafts the file once had and that cannot be read from it any more. */
  readonly lost: number
}

export function writeQueueFile(envelopes: readonly Envelope[], drafts: readonly SealedDraft[] = []): string {
  const forms = envelopes.map(({ device, commune, counter, keyId, sealed }) => ({ device, commune, counter, keyId, sealed }))
  const begun = drafts.map(({ device, commune, record, sealed }) => ({ device, commune, record, sealed }))
  return [{ soThon: 'queue', version: VERSION, count: forms.length, ...(begun.length > 0 && { drafts: begun.length }) }, ...forms, ...begun].map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Reads what is whole. Ways that carry text may add a byte-order mark or end lines their own way. */
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
    // Not JSON is not a line of ours: the schema says so.
    return undefined
  }
}
