import * as z from 'zod/mini'
import { roles } from '../domain/access'
import type { AnswerValue } from '../domain/forms/answers'
import { outcomeKinds, refusalReasons } from '../domain/records/outcome'
import type { RegisterRecord } from '../domain/records/record'
import { isSurveyStart } from '../domain/records/survey'
import { uuid } from '../domain/identity/uuid'
import { hamletSchema } from './messages'

/*
 * Requests and answers outside sync, all JSON under /api. A request that changes something carries the CSRF token of the
 * session in `x-csrf-token`. Every refusal is `{ error: ApiErrorKind, ... }` with a 4xx status, or 5xx for `busy` and `internal`. It never
 * contains prose or a stack.
 */

const communeCode = z.string().check(z.regex(/^\d{5}$/))
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120))
const username = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{2,39}$/))
const password = z.string().check(z.minLength(1), z.maxLength(256))

export const apiErrors = [
  'malformed', 'tooLarge', 'signedOut', 'wrongPassword', 'lockedOut', 'disabled', 'forbidden', 'csrf', 'notFound',
  'taken', 'changedSince', 'weakPassword', 'tooMany', 'revokedDevice', 'unknownDevice', 'oldClient', 'importErrors', 'busy', 'internal',
] as const
export type ApiErrorKind = (typeof apiErrors)[number]
/** `retryAfter` is in seconds, and present with `lockedOut`, `tooMany` and `busy`. */
export interface ApiError { readonly error: ApiErrorKind; readonly retryAfter?: number; readonly detail?: unknown }

const areaSchema = z.object({ commune: communeCode, hamlets: z.nullable(z.array(uuid)) })

/** POST /api/sign-in -> Me; GET /api/me -> Me; POST /api/sign-out -> {}; POST /api/password {current, next} -> {} */
export const signInSchema = z.strictObject({ username: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(60)), password })
export const changePasswordSchema = z.strictObject({ current: password, next: password })
export const meSchema = z.object({
  id: uuid,
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  areas: z.array(areaSchema),
  communes: z.array(z.object({ code: communeCode, name: z.string() })),
  csrf: z.string(),
  /** GET /api/me: this session enrolled a device. If the browser has no book then, it has lost it. */
  enrolled: z.optional(z.boolean()),
})
export type Me = z.infer<typeof meSchema>

/** POST /api/devices: enrols one device for one commune. The secret in the answer proves authorship in envelopes; it is shown only once. */
export const enrolSchema = z.strictObject({ device: uuid, commune: communeCode, label: name })
export const enrolledSchema = z.object({
  epoch: uuid,
  /** base64url, 32 bytes. */
  deviceSecret: z.string(),
  serverKey: z.object({ id: z.string(), publicKey: z.string() }),
})
export type Enrolled = z.infer<typeof enrolledSchema>

/** GET /api/admin/users?commune= -> {users}; POST -> {user, password}; PATCH /api/admin/users/:id -> User */
export const createUserSchema = z.strictObject({ username, name, role: z.enum(roles), areas: z.array(areaSchema).check(z.maxLength(200)) })
export const updateUserSchema = z.strictObject({
  name: z.optional(name), role: z.optional(z.enum(roles)), disabled: z.optional(z.boolean()),
  areas: z.optional(z.array(areaSchema).check(z.maxLength(200))),
  /** Role and areas the admin saw when choosing new ones; required with either. `changedSince` if the account has neither these nor the new ones. */
  seen: z.optional(z.strictObject({ role: z.enum(roles), areas: z.array(areaSchema).check(z.maxLength(200)) })),
}).check(z.refine(({ role, areas, seen }) => seen !== undefined || (role === undefined && areas === undefined)))
export const userSchema = z.object({
  id: uuid, username: z.string(), name: z.string(), role: z.enum(roles), disabled: z.boolean(), areas: z.array(areaSchema),
  lastSeenAt: z.nullable(z.string()),
})
export type User = z.infer<typeof userSchema>
/** POST /api/admin/users/:id/reset-password -> {password}; POST /api/admin/users/:id/sign-out -> {} (everywhere) */
export const freshPasswordSchema = z.object({ password: z.string() })

/** GET /api/admin/devices?commune= -> {devices}; POST /api/admin/devices/:id/revoke {commune} -> {} */
export const deviceSchema = z.object({
  id: uuid, commune: communeCode, userId: uuid, label: z.string(), enrolledAt: z.string(), lastSeenAt: z.nullable(z.string()), revoked: z.boolean(),
  /** Highest operation counter judged. */
  last: z.int(),
})
export type Device = z.infer<typeof deviceSchema>
export const revokeDeviceSchema = z.strictObject({ commune: communeCode })

/** POST /api/communes/:c/twins -> TwinsElsewhere: whether a person like this lives outside the hamlets of whoever asks. */
export const twinQuerySchema = z.strictObject({
  name: z.optional(name),
  /** A full date: many people share a year of birth. */
  born: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  number: z.optional(z.string().check(z.regex(/^\d{12}$/))),
})
export type TwinQuery = z.infer<typeof twinQuerySchema>
/** `hamlets`: names of hamlets of this commune. `otherCommune`: somebody in another commune has the number. */
export const twinsElsewhereSchema = z.object({ hamlets: z.array(z.string()), otherCommune: z.boolean() })
export type TwinsElsewhere = z.infer<typeof twinsElsewhereSchema>

/** GET /api/communes/:c/hamlets -> {hamlets}; POST -> {hamlet}; PATCH /api/communes/:c/hamlets/:id -> {hamlet} */
export const saveHamletSchema = z.strictObject({
  code: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)), name,
  labourTarget: z.int().check(z.nonnegative(), z.maximum(100_000)), asxhTarget: z.int().check(z.nonnegative(), z.maximum(100_000)),
})
export const hamletsSchema = z.object({ hamlets: z.array(hamletSchema) })

/** GET /api/admin/surveys -> {surveys}; POST Survey -> {}; POST /api/admin/surveys/drop Survey -> {}: removes it in these communes only. */
export const surveySchema = z.strictObject({
  firstDay: z.string().check(z.refine(isSurveyStart)),
  /** Whether the place of each house is recorded. */
  located: z.boolean(),
  communes: z.array(communeCode).check(z.minLength(1), z.maxLength(200)),
})
export type Survey = z.infer<typeof surveySchema>
export const surveysSchema = z.object({ surveys: z.array(surveySchema) })

/**
 * POST /api/communes/:c/import/preview and /commit. The rows come from `exchange` (read from XLSX or CSV, cells as text).
 * Commit checks everything again, and writes either all rows in one transaction or nothing.
 */
const importRowSchema = z.strictObject({
  /** Row number in the file, as the user sees it (1 = first line). */
  row: z.int(),
  cells: z.record(z.string().check(z.maxLength(60)), z.string().check(z.maxLength(500))),
})
export type ImportRow = z.infer<typeof importRowSchema>
export const importSchema = z.strictObject({ rows: z.array(importRowSchema).check(z.minLength(1), z.maxLength(50_000)) })
/** A problem with a cell: where it is, the value there, and the id of the words for it (`ui/text`). */
const importIssueSchema = z.object({ row: z.int(), column: z.string(), value: z.string(), problem: z.string(), severity: z.enum(['error', 'warning']),
  /** Values for the words of a form's rule, e.g. the day and month that do not fit together. */
  data: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
})
export type ImportIssue = z.infer<typeof importIssueSchema>
export const importPreviewSchema = z.object({ households: z.int(), people: z.int(), hamlets: z.int(), issues: z.array(importIssueSchema) })
export type ImportPreview = z.infer<typeof importPreviewSchema>
const writtenSchema = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() })
/** What became of the households and people of the list. `unchanged`: the book has the same or newer values, or has them elsewhere. */
export const importResultSchema = z.extend(importPreviewSchema, { written: z.object({ households: writtenSchema, people: writtenSchema }) })
export type ImportResult = z.infer<typeof importResultSchema>

/** The account whose book is open where a request comes from. A session of another account, which used the browser last, does not count for it. */
export const ACCOUNT_HEADER = 'x-sothon-account'

/**
 * GET /api/communes/:c/photos/:hash -> PhotoStatus. GET .../file -> image/jpeg.
 * POST sends the bytes from `upload-offset` on; `upload-length` is the size of the whole photo -> PhotoStatus. A part that does not
 * continue what the server has changes nothing.
 * `notFound` while no record in the caller's reach names the photo. To send it, or ask for its status, it is enough that a form the caller
 * sent names it. To see it, it is enough that a rescued draft of the caller names it.
 */
export const PHOTO_OFFSET_HEADER = 'upload-offset'
export const PHOTO_LENGTH_HEADER = 'upload-length'
export const photoStatusSchema = z.object({
  /** Bytes the server has: the offset of the next part. */
  received: z.int(),
  /** All bytes came, and they have the hash. */
  isWhole: z.boolean(),
})
export type PhotoStatus = z.infer<typeof photoStatusSchema>

/**
 * GET /api/communes/:c/records/:id -> {record}, whole. Every read is written to the access log. A device accepts only the
 * record whose `recordCheck` it has, so its shape needs no check here.
 */
export const recordAnswerSchema = z.object({ record: z.custom<RegisterRecord>((value) => typeof value === 'object' && value !== null) })

/** A value from an operation that the server took; it was checked then. */
const saidSchema = z.custom<AnswerValue>((value) => value !== null && ['string', 'number', 'boolean', 'object'].includes(typeof value))
/** GET /api/communes/:c/records/:id/history -> {entries}, oldest first. Every read is written to the access log. */
export const historyEntrySchema = z.object({
  seq: z.int(), at: z.string(), deviceTime: z.string(), by: uuid, device: uuid, type: z.enum(['submit', 'accept', 'return', 'resolve', 'move', 'import']),
  /** The operation was on another record: this one was moved along with it, or the server's warning about the two was renewed. */
  isAlong: z.optional(z.literal(true)),
  outcome: z.enum(outcomeKinds),
  /** Present with `refused`. Older servers do not send it. */
  reason: z.optional(z.enum(refusalReasons)),
  /** `applied: false` = the value was not taken: it was held, or refused with the operation. Older servers mark none, and list no refused ones. */
  changes: z.array(z.object({ field: z.string(), from: z.optional(saidSchema), to: z.optional(saidSchema), applied: z.optional(z.literal(false)) })),
  notes: z.array(z.object({ field: z.string(), text: z.string() })), receipt: z.string(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>
