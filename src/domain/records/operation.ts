import * as z from 'zod/mini'
import { missingReasons, type AnswerValue } from '../forms/answers'
import { recordKinds, type FormKey } from './record'
import { uuid } from '../identity/uuid'

/*
 * An operation is one change: queued on a phone, sent, judged once and kept for ever. Its id is (device, counter). A device
 * belongs to one commune, and its counter runs 1, 2, 3 ... without a gap (S7).
 */

const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/))
const fieldId = z.string().check(z.regex(/^[A-Za-z$][A-Za-z0-9_.$]{0,63}$/))
const words = z.string().check(z.maxLength(2000))
const scalar = z.union([words, z.number(), z.boolean()])

/** The shape of an answer in an operation. It only bounds size and depth: the form decides what a field accepts. */
const answerValueSchema = z.union([
  scalar,
  z.array(words).check(z.maxLength(100)),
  z.array(z.record(fieldId, scalar)).check(z.maxLength(50)),
  z.strictObject({ missing: z.enum(missingReasons) }),
]) as unknown as z.ZodMiniType<AnswerValue, AnswerValue>

const formKey = z.string().check(z.regex(/^(household|person|labour|asxh)@\d{1,4}$/)) as unknown as z.ZodMiniType<FormKey, FormKey>

const head = z.strictObject({
  kind: z.enum(recordKinds),
  hamlet: uuid,
  household: z.nullable(uuid),
  person: z.nullable(uuid),
})

const common = {
  /** 1, 2, 3 ... per device. */
  counter: z.int().check(z.positive()),
  record: uuid,
  /** The server's version of the record that the author saw; 0 when the author created it. */
  base: z.int().check(z.nonnegative()),
  /** Time of the device's clock. Shown to people, never used to decide (S16). */
  at: instant,
}

const submitSchema = z.strictObject({
  type: z.literal('submit'),
  ...common,
  head,
  form: formKey,
  /** Changed fields only; `null` clears a field. */
  patch: z.record(fieldId, z.nullable(answerValueSchema)),
  /** Reasons for warnings, by `reasonKey`. */
  reasons: z.optional(z.record(z.string().check(z.maxLength(32)), words)),
  /** Answers of the patch that were offered and confirmed. Sent only to a server that takes it (`takesConfirmed`). Absent = none. */
  confirmed: z.optional(z.record(fieldId, z.literal(true))),
})

const acceptSchema = z.strictObject({ type: z.literal('accept'), ...common })

const returnSchema = z.strictObject({
  type: z.literal('return'),
  ...common,
  notes: z.array(z.strictObject({ field: fieldId, text: words.check(z.minLength(1)) })).check(z.minLength(1), z.maxLength(100)),
})

const resolveSchema = z.strictObject({
  type: z.literal('resolve'),
  ...common,
  choices: z.array(z.strictObject({ hold: z.string().check(z.maxLength(160)), take: z.enum(['current', 'held']) })).check(z.minLength(1), z.maxLength(100)),
})

/** A supervisor's decision on where a record hangs, and on the request about it. Members that are absent change nothing. */
const moveSchema = z.strictObject({
  type: z.literal('move'),
  ...common,
  hamlet: uuid,
  household: z.nullable(uuid),
  person: z.nullable(uuid),
  /** The record is set aside as the same as this one. `null` = it is a record of its own again. */
  same: z.optional(z.nullable(uuid)),
  /** Ends the request about the record. The text is what its author is told, e.g. why nothing was moved. `null` = ended without a word. */
  reply: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(300)))),
})

export const operationSchema = z.discriminatedUnion('type', [submitSchema, acceptSchema, returnSchema, resolveSchema, moveSchema])

export type SubmitOperation = z.infer<typeof submitSchema>
export type AcceptOperation = z.infer<typeof acceptSchema>
export type ReturnOperation = z.infer<typeof returnSchema>
export type ResolveOperation = z.infer<typeof resolveSchema>
export type MoveOperation = z.infer<typeof moveSchema>
export type Operation = z.infer<typeof operationSchema>
