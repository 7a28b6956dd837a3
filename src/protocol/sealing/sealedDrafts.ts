import * as z from 'zod/mini'
import type { SubmitOperation } from '../../domain/records/operation'
import { uuid } from '../../domain/identity/uuid'
import { commune, type EnvelopeResponse } from '../messages'

/* Requests and answers about drafts that outlive their book; apart from the others, for hardly any visit needs them. */

/**
 * POST /api/sealed-drafts, without a session: forms their author was in the middle of, from a book that nobody opens any more; see
 * `protocol/draftSeal.ts`. Servers of before there were any do not know the address.
 */
export const sealedDraftSchema = z.strictObject({ device: uuid, commune, record: uuid, sealed: z.string().check(z.maxLength(400_000)) })
export type SealedDraft = z.infer<typeof sealedDraftSchema>
export type SealedDraftName = Pick<SealedDraft, 'device' | 'record'>

export const sealedDraftRequestSchema = z.strictObject({ drafts: z.array(sealedDraftSchema).check(z.maxLength(200)) })
export type SealedDraftRequest = z.infer<typeof sealedDraftRequestSchema>

/** Answer per draft, in the order sent, as for envelopes; `later` = its author has too many there already. */
export interface SealedDraftResponse {
  readonly results: readonly (SealedDraftName & Pick<EnvelopeResponse['results'][number], 'result'>)[]
}

/** What the server looks at in a draft; the rest is its author's alone. */
export const draftHeadSchema = z.object({
  id: uuid, commune, head: z.object({ hamlet: uuid }), form: z.string(), answers: z.record(z.string(), z.unknown()),
  base: z.optional(z.number()), seen: z.optional(z.record(z.string(), z.unknown())),
  savedAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
})

/**
 * A form that came in an envelope and was refused, as it waits among the drafts of its author; made by the server. An app that does not know
 * it leaves it there. The answers are in the operation.
 */
export interface RefusedForm extends Required<Pick<z.infer<typeof draftHeadSchema>, 'id' | 'commune' | 'head' | 'answers' | 'base' | 'savedAt'>> {
  readonly form: 'refused'
  readonly operation: SubmitOperation
}

/** Under which it waits, one of each counter of its device: a UUID of our own making (RFC 9562 version 8), so that a draft of the same record waits beside it. */
export const refusedId = (counter: number): string => `00000000-0000-8000-8000-${counter.toString(16).padStart(12, '0')}`

/** The counter such an id follows from; `null` = it is no such id. */
export function refusedCounter(record: string): number | null {
  const counter = Number.parseInt(record.slice(-12), 16)
  return record === refusedId(counter) ? counter : null
}

/**
 * Drafts that came sealed, for their author alone, whose device :me asks: GET /api/communes/:c/devices/:me/drafts -> {drafts}, GET
 * .../:device/:record -> {draft} as it was typed, POST .../taken, a name, -> {}: it lies in a book again, as it was at that time, and
 * the server forgets it.
 */
export const rescuedNameSchema = z.strictObject({ device: uuid, record: uuid, savedAt: z.string() })
export type RescuedName = z.infer<typeof rescuedNameSchema>
export const rescuedDraftsSchema = z.object({ drafts: z.array(rescuedNameSchema) })
export const rescuedDraftSchema = z.object({ draft: z.unknown() })
