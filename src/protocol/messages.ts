import * as z from 'zod/mini'
import { roles } from '../domain/access'
import { legalBases, purposes } from '../domain/consent'
import type { AmendedRecord } from '../domain/records/amended'
import type { Outcome } from '../domain/records/outcome'
import type { RegisterRecord } from '../domain/records/record'
import { uuid } from '../domain/identity/uuid'
import { MOST_OPERATIONS } from './mostOperations'

/** Raised when an old client can no longer be understood. The server then answers 426, and the phone keeps its data. */
export const PROTOCOL_VERSION = 1

export const commune = z.string().check(z.regex(/^\d{5}$/))

/**
 * Where a replica stands in one commune. It is valid only for one server epoch (new after a restore from a backup) and one
 * scope (hash of the hamlets and role it was made for). With another epoch or scope the replica starts again at 0 (S5, S6).
 */
const cursorSchema = z.object({
  epoch: uuid,
  scope: z.string().check(z.maxLength(64)),
  seq: z.int().check(z.nonnegative()),
  /** Between the pages of one download: the `seq` at which it began, `null` = an empty replica. Records are amended against that state. */
  begun: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Hamlets that are being renewed. Their records up to this `seq`, which the replica got before it was found to differ, are sent again. */
  mend: z.optional(z.object({ hamlets: z.array(uuid).check(z.maxLength(2000)), seq: z.int().check(z.nonnegative()) })),
})
export type Cursor = z.infer<typeof cursorSchema>

/**
 * One exchange: push and pull in one trip. `ops` are raw here: each is judged alone, so a malformed operation is refused by
 * itself and does not block the others (S11). Members this server does not know come from a newer app, which works without
 * them, too (S14).
 */
export const syncRequestSchema = z.object({
  protocol: z.int(),
  device: uuid,
  commune,
  /** Id of the sync run. All its exchanges make one batch for the supervisor. */
  run: uuid,
  /** The epoch for which the device counts its operations as received. If the server has another one, it judges nothing of `ops`. */
  epoch: z.optional(uuid),
  ops: z.array(z.unknown()).check(z.maxLength(MOST_OPERATIONS)),
  /** Counters of operations that were sent before without an answer: what became of them (S32)? Absent in older apps. */
  asks: z.optional(z.strictObject({ from: z.int().check(z.positive()), to: z.int().check(z.positive()) })),
  /** `null` = send no records now. */
  pull: z.nullable(z.object({ cursor: z.nullable(cursorSchema), maxBytes: z.int().check(z.minimum(1024), z.maximum(2_000_000)),
    /** The replica was found to differ from the server and is being mended. The server writes this to its access log. */
    differs: z.optional(z.literal(true)),
    /** Digest of what the replica holds, by hamlet (`digestText`; absent = nothing), so that only hamlets that differ are renewed. */
    digests: z.optional(z.record(uuid, z.string().check(z.maxLength(40)))),
    /** The replica can amend what it has and what its own device sent (`SyncPage.amended`). Absent in older apps. */
    amends: z.optional(z.literal(true)),
  })),
  /** Hash of the context the device has, or `null`. The server sends the context only if its hash differs. */
  context: z.nullable(z.string().check(z.maxLength(64))),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

export const hamletSchema = z.object({
  id: uuid,
  code: z.string(),
  name: z.string(),
  /** Target numbers of labour forms and of beneficiary checks. 0 = no target set. */
  labourTarget: z.int(),
  asxhTarget: z.int(),
})
export type Hamlet = z.infer<typeof hamletSchema>

/** What a device needs to know besides its records. Sent when its hash changes. */
const contextSchema = z.object({
  hash: z.string(),
  commune: z.object({ code: commune, name: z.string(), province: z.string(), provinceCode: z.string() }),
  hamlets: z.array(hamletSchema),
  /** The names of the user ids in records. */
  people: z.array(z.object({ id: uuid, name: z.string(), role: z.enum(roles) })),
  /** Optional members are absent from older servers. */
  settings: z.object({ minAge: z.int(), autoLockMinutes: z.int(), legalBasis: z.optional(z.record(z.enum(purposes), z.enum(legalBases))), recheckMonths: z.optional(z.int()), shrinkDays: z.optional(z.int()), surveys: z.optional(z.array(z.string())), locatedSurveys: z.optional(z.array(z.string())),
    /** Who answers for the protection of personal data, and how they are reached. */
    dataContact: z.optional(z.string()),
    /** Submissions may say what was confirmed (`SubmitOperation.confirmed`). An older server would refuse an operation with that member. */
    takesConfirmed: z.optional(z.boolean()) }),
  /** Extra fields of the province, in the shape of a form's extension data (`domain/forms/extension.ts`). */
  extensions: z.array(z.unknown()),
})
export type CommuneContext = z.infer<typeof contextSchema>

export interface SyncOutcome {
  readonly counter: number
  readonly outcome: Outcome
  /** Short receipt that an officer can read out: `22810-000123`. */
  readonly receipt: string
}

export interface SyncPage {
  /** The scope changed or the epoch is new: first forget the commune's records that are not pending, then apply the page. */
  readonly reset: boolean
  /** Hamlets that are sent whole from here on: first forget their records that are not pending. Present only if the request had `digests`. */
  readonly renews?: readonly string[]
  readonly records: readonly RegisterRecord[]
  /** Records of which the replica has an earlier version or sent itself. Present only if the request said `amends`. */
  readonly amended?: readonly AmendedRecord[]
  readonly cursor: Cursor
  /** In the same snapshot there was nothing newer than `cursor`. */
  readonly done: boolean
  /** Upper limit of the records of the scope still to come, for the progress bar. */
  readonly remaining: number
  /** With `done`: count and hash of the server's records in this scope (`digestText`). Absent from older servers. */
  readonly digest?: string
}

export interface SyncResponse {
  readonly protocol: number
  readonly epoch: string
  /** Highest counter of this device that the server has judged, whatever the outcome. */
  readonly last: number
  readonly outcomes: readonly SyncOutcome[]
  /**
   * `operationsCheck` of the operations that the server judged under the counters in `asks`. The device takes these outcomes only if
   * its own operations have the same check. Otherwise a copy of its disk sent other operations.
   */
  readonly check?: string
  /** Counters under which this server has another operation: two devices use this id, so this one needs a new id. Absent = none. */
  readonly taken?: readonly number[]
  readonly page: SyncPage | null
  readonly context: CommuneContext | null
  /** Ids of the hamlets in scope, so that a withdrawn hamlet is removed at once. `null` = unchanged since the request's cursor and context. */
  readonly scope: readonly string[] | null
  /** With a page that is `done`: number of rescued drafts of the author that can be fetched. Absent = none. */
  readonly drafts?: number
}

/** One sealed operation, base64url. It contains an `Operation` and the proof of its author; see `protocol/sealing/envelope.ts`. */
export const envelopeSchema = z.strictObject({
  device: uuid,
  commune,
  counter: z.int().check(z.positive()),
  keyId: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  sealed: z.string().check(z.maxLength(200_000)),
})
export type Envelope = z.infer<typeof envelopeSchema>
export type EnvelopeName = Pick<Envelope, 'device' | 'counter'>

export const envelopeRequestSchema = z.strictObject({ run: uuid, envelopes: z.array(envelopeSchema).check(z.maxLength(200)) })
export type EnvelopeRequest = z.infer<typeof envelopeRequestSchema>

/**
 * The answer for each envelope, in the order sent.
 * - `received`: the sender may drop it
 * - `later`: the sender must keep it and send it again
 * - `unreadable`: the server cannot open it
 */
export interface EnvelopeResponse {
  readonly results: readonly { readonly device: string; readonly counter: number; readonly result: 'received' | 'later' | 'unreadable' }[]
}

/**
 * POST /api/standing, without a session: the devices of one account on this browser, one for each commune, ask about their standing.
 * `after` is the last counter before the first operation the device has no answer to.
 */
export const standingRequestSchema = z.strictObject({
  devices: z.array(z.strictObject({ device: uuid, commune, proof: z.string().check(z.maxLength(64)), after: z.int().check(z.nonnegative()) })).check(z.maxLength(200)),
})
export type StandingRequest = z.infer<typeof standingRequestSchema>

/** Standing of the devices. `devices` leaves out any that does not prove itself, and is empty while none is revoked. */
export interface StandingResponse {
  /** Includes the devices of a disabled account. */
  readonly revoked: readonly string[]
  readonly devices: readonly {
    readonly device: string
    /** Highest counter the server has judged. */
    readonly last: number
    /** Number of operations after `after` that were refused or held. */
    readonly untaken: number
  }[]
}
