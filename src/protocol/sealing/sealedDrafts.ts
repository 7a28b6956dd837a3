import * as z from 'zod/mini'
import type { SubmitOperation } from '../../domain/records/operation'
import { uuid } from '../../domain/identity/uuid'
import { commune, type EnvelopeResponse } from '../messages'

/* Requests and answers about drafts that outlive their book. In a module of their own, because few visits need them. */

/**
 * POST /api/sealed-drafts, without a session: drafts from a book that nobody opens any more (`protocol/sealing/draftSeal.ts`). Older
 * servers do not know the address.
 */
export const sealedDraftSchema = z.strictObject({ device: uuid, commune, record: uuid, sealed: z.string().check(z.maxLength(400_000)) })
export type SealedDraft = z.infer<typeof sealedDraftSchema>
export type SealedDraftName = Pick<SealedDraft, 'device' | 'record'>

export const sealedDraftRequestSchema = z.strictObject({ drafts: z.array(sealedDraftSchema).check(z.maxLength(200)) })
export type SealedDraftRequest = z.infer<typeof sealedDraftRequestSchema>

/** The answer for each draft, in the order sent, as for envelopes. `later`: the server keeps too many drafts of this author already. */
export interface SealedDraftResponse {
  readonly results: readonly (SealedDraftName & Pick<EnvelopeResponse['results'][number], 'result'>)[]
}

/** The members of a draft that the server reads. The rest concerns only its author. */
export const draftHeadSchema = z.object({
  id: uuid, commune, head: z.object({ hamlet: uuid }), form: z.string(), answers: z.record(z.string(), z.unknown()),
  base: z.optional(z.number()), seen: z.optional(z.record(z.string(), z.unknown())),
  savedAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
})

/**
 * A form that came in an envelope and was refused, as it waits among the drafts of its author. The server makes it. The answers are
 * in the operation. An app that does not know this kind leaves it at the server.
 */
export interface RefusedForm extends Required<Pick<z.infer<typeof draftHeadSchema>, 'id' | 'commune' | 'head' | 'answers' | 'base' | 'savedAt'>> {
  readonly form: 'refused'
  readonly operation: SubmitOperation
}

/**
 * The id under which a refused form waits, made of its operation's counter. A UUID of our own making (RFC 9562 version 8), so that a
 * draft of the same record can wait beside it.
 */
export const refusedId = (counter: number): string => `00000000-0000-8000-8000-${counter.toString(16).padStart(12, '0')}`

/** The counter in such an id. `null` = it is no such id. */
export function refusedCounter(record: string): number | null {
  const counter = Number.parseInt(record.slice(-12), 16)
  return record === refusedId(counter) ? counter : null
}

/**
 * Rescued drafts, for their author only. `:me` is the device of the author that asks.
 * - GET /api/communes/:c/devices/:me/drafts -> {drafts}
 * - GET .../:device/:record -> {draft} as it was typed
 * - POST .../taken with a name -> {}: a book has the draft with this `savedAt` again, so the server forgets it
 */
export const rescuedNameSchema = z.strictObject({ device: uuid, record: uuid, savedAt: z.string() })
export type RescuedName = z.infer<typeof rescuedNameSchema>
export const rescuedDraftsSchema = z.object({ drafts: z.array(rescuedNameSchema) })
export const rescuedDraftSchema = z.object({ draft: z.unknown() })
