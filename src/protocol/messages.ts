import * as z from 'zod/mini'
import { roles } from '../domain/access'
import { legalBases, purposes } from '../domain/consent'
import type { AmendedRecord } from '../domain/records/amended'
import type { Outcome } from '../domain/records/outcome'
import type { RegisterRecord } from '../domain/records/record'
import { uuid } from '../domain/identity/uuid'

/** Raised when an old client can no longer be understood; the server then answers 426 and the phone keeps its data. */
export const PROTOCOL_VERSION = 1

export const commune = z.string().check(z.regex(/^\d{5}$/))

/**
 * Where a replica stands in one commune. Valid only for one server epoch (new after a restore from backup) and one
 * scope (hash of the hamlets and role it was made for); another epoch or scope starts at 0 (protocol rules 5, 6).
 */
const cursorSchema = z.object({
  epoch: uuid,
  scope: z.string().check(z.maxLength(64)),
  seq: z.int().check(z.nonnegative()),
  /** Between pages of one download: the `seq` it began at, `null` = at nothing. Records are amended against what the replica had there. */
  begun: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Hamlets that are being renewed, and how far: what came by `seq` before the replica was found to differ comes once more. */
  mend: z.optional(z.object({ hamlets: z.array(uuid).check(z.maxLength(2000)), seq: z.int().check(z.nonnegative()) })),
})
export type Cursor = z.infer<typeof cursorSchema>

/**
 * One exchange: push and pull in one trip. `ops` are raw here: each is judged on its own, so that one malformed
 * operation is refused by itself and never blocks the others (protocol rule 11). Members this server does not know are a newer
 * app's, which can do without them.
 */
export const syncRequestSchema = z.object({
  protocol: z.int(),
  device: uuid,
  commune,
  /** Id of the sync run: all its exchanges make one arrived batch for the supervisor. */
  run: uuid,
  /** The epoch under which the device counts its operations as received; under another one nothing of `ops` is judged. */
  epoch: z.optional(uuid),
  ops: z.array(z.unknown()).check(z.maxLength(2000)),
  /** Counters whose operations were sent before, by a request that got no answer: what was judged of them? Absent from older apps. */
  asks: z.optional(z.strictObject({ from: z.int().check(z.positive()), to: z.int().check(z.positive()) })),
  /** `null` = do not send records now. */
  pull: z.nullable(z.object({ cursor: z.nullable(cursorSchema), maxBytes: z.int().check(z.minimum(1024), z.maximum(2_000_000)),
    /** The replica was found to differ from the server and is mended; written down there. */
    differs: z.optional(z.literal(true)),
    /** What the replica holds, by hamlet (`digestText`; absent = nothing), so that only hamlets that differ are renewed. */
    digests: z.optional(z.record(uuid, z.string().check(z.maxLength(40)))),
    /** The replica amends what it has, and what its own device sent (`SyncPage.amended`). Absent from older apps. */
    amends: z.optional(z.literal(true)),
  })),
  /** Hash of the context the device holds, or null: the server sends the context only when it differs. */
  context: z.nullable(z.string().check(z.maxLength(64))),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

export const hamletSchema = z.object({
  id: uuid,
  code: z.string(),
  name: z.string(),
  /** Labour forms and beneficiary checks aimed at; 0 = no target set. */
  labourTarget: z.int(),
  asxhTarget: z.int(),
})
export type Hamlet = z.infer<typeof hamletSchema>

/** What a device needs to know around its records; sent when its hash changes. */
const contextSchema = z.object({
  hash: z.string(),
  commune: z.object({ code: commune, name: z.string(), province: z.string(), provinceCode: z.string() }),
  hamlets: z.array(hamletSchema),
  /** Names behind the user ids in records. */
  people: z.array(z.object({ id: uuid, name: z.string(), role: z.enum(roles) })),
  /** What is optional is absent from servers before it was told. */
  settings: z.object({ minAge: z.int(), autoLockMinutes: z.int(), legalBasis: z.optional(z.record(z.enum(purposes), z.enum(legalBases))), recheckMonths: z.optional(z.int()), shrinkDays: z.optional(z.int()), surveys: z.optional(z.array(z.string())), locatedSurveys: z.optional(z.array(z.string())),
    /** Submissions may say what was confirmed (`SubmitOperation.confirmed`): a server of before refuses what it does not know in one. */
    takesConfirmed: z.optional(z.boolean()) }),
  /** Extra fields a province asks for, same shape as a form's extension data (`domain/forms/extension.ts`). */
  extensions: z.array(z.unknown()),
})
export type CommuneContext = z.infer<typeof contextSchema>

export interface SyncOutcome {
  readonly counter: number
  readonly outcome: Outcome
  /** Short receipt an officer can read out: `22810-000123`. */
  readonly receipt: string
}

export interface SyncPage {
  /** The scope changed or the epoch is new: forget the commune's records that are not pending, then apply. */
  readonly reset: boolean
  /** Hamlets that are told anew from here on: forget their records that are not pending, then apply. Present if `digests` were told. */
  readonly renews?: readonly string[]
  readonly records: readonly RegisterRecord[]
  /** Records of which the replica has an earlier version, or sent itself, if it said that it `amends`. */
  readonly amended?: readonly AmendedRecord[]
  readonly cursor: Cursor
  /** Nothing newer than `cursor` existed in the same snapshot. */
  readonly done: boolean
  /** Records of the scope still to come, at most; for the progress bar. */
  readonly remaining: number
  /** With `done`: count and hash of what the server has in this scope (`digestText`). Absent from servers before there was one. */
  readonly digest?: string
}

export interface SyncResponse {
  readonly protocol: number
  readonly epoch: string
  /** Highest counter of this device the server has judged, whatever the outcome. */
  readonly last: number
  readonly outcomes: readonly SyncOutcome[]
  /**
   * `operationsCheck` of what the outcomes asked for were judged on. The device takes them only when its own operations give
   * the same: otherwise a copy of its disk sent others.
   */
  readonly check?: string
  /** Counters under which this server knows another operation: the device's id is used twice, it needs a new one. Absent = none. */
  readonly taken?: readonly number[]
  readonly page: SyncPage | null
  readonly context: CommuneContext | null
  /** Hamlets in scope (ids), so that a revoked one is purged at once; `null` = still those of the request's cursor and context. */
  readonly scope: readonly string[] | null
  /** With a page that is `done`: drafts of the author that came sealed and can be had back. Absent = none. */
  readonly drafts?: number
}

/** One sealed operation, `base64url`. What it holds is `domain`'s Operation plus author proof; see `protocol/envelope.ts`. */
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

/** Answer per envelope, in the order sent. `received` may be dropped by the sender; `later` must be kept and sent again. */
export interface EnvelopeResponse {
  readonly results: readonly { readonly device: string; readonly counter: number; readonly result: 'received' | 'later' | 'unreadable' }[]
}

/**
 * POST /api/standing, without a session: the devices one account is here, one for each commune, ask how they stand. `after` = the last
 * counter before the first operation the device has no answer to.
 */
export const standingRequestSchema = z.strictObject({
  devices: z.array(z.strictObject({ device: uuid, commune, proof: z.string().check(z.maxLength(64)), after: z.int().check(z.nonnegative()) })).check(z.maxLength(200)),
})
export type StandingRequest = z.infer<typeof standingRequestSchema>

/** Says nothing of a device that does not prove itself, and no more than that while none is revoked. */
export interface StandingResponse {
  /** Those of a disabled account too. */
  readonly revoked: readonly string[]
  readonly devices: readonly {
    readonly device: string
    /** Highest counter judged. */
    readonly last: number
    /** Operations after `after` that were refused or held. */
    readonly untaken: number
  }[]
}
