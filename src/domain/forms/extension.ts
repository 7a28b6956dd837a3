import * as z from 'zod/mini'
import { recordKinds } from '../records/record'
import { fail, ok, type Result } from '../result'
import type { Field, FormDefinition } from './form'
import { defectsOf } from './defineForm'

const words = z.string().check(z.minLength(1), z.maxLength(300))
const code = z.string().check(z.regex(/^[A-Za-z0-9_]{1,32}$/))
const scalar = z.union([words, z.number(), z.boolean()])
const leaf = z.union([
  z.strictObject({ op: z.enum(['is', 'isNot']), field: code, value: scalar }),
  z.strictObject({ op: z.enum(['in', 'notIn']), field: code, value: z.array(scalar) }),
  z.strictObject({ op: z.literal('has'), field: code, value: scalar }),
  z.strictObject({ op: z.literal('answered'), field: code }),
])

const extensionFieldSchema = z.strictObject({
  id: z.string().check(z.regex(/^x_[a-z][A-Za-z0-9]{0,39}$/)),
  kind: z.enum(['text', 'longText', 'date', 'choice', 'multi', 'yesNo', 'integer', 'money', 'phone']),
  label: words,
  labelEn: z.optional(words),
  hint: z.optional(words),
  options: z.optional(z.array(z.strictObject({ code, label: words, labelEn: z.optional(words) })).check(z.minLength(1), z.maxLength(100))),
  required: z.boolean(),
  askIf: z.optional(leaf),
  unit: z.optional(words),
  sensitive: z.optional(z.enum(['basic', 'sensitive', 'health'])),
})

/** Extra questions of a province for one kind of form, as data, so that they need no release. Thông tư 01/2022: the form may be extended, not cut. */
const extensionSchema = z.strictObject({
  kind: z.enum(recordKinds),
  /** The group of these questions. It comes after the form's own groups. */
  group: z.strictObject({ id: z.string().check(z.regex(/^x_[a-z][A-Za-z0-9]{0,39}$/)), label: words, labelEn: z.optional(words) }),
  fields: z.array(extensionFieldSchema).check(z.minLength(1), z.maxLength(50)),
})
type Extension = z.infer<typeof extensionSchema>

/** Parses extension data and checks it against the form it is for. Wrong data gives a failure with its defects, not an exception. */
export function parseExtension(form: FormDefinition, data: unknown): Result<Extension, readonly string[]> {
  const parsed = extensionSchema.safeParse(data)
  if (!parsed.success) return fail(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`))
  const defects = parsed.data.kind === form.kind ? defectsOf(extended(form, parsed.data)) : []
  return defects.length > 0 ? fail(defects) : ok(parsed.data)
}

/** The form with one more group of questions after its own groups. */
export function extended(form: FormDefinition, extension: Extension): FormDefinition {
  const added = extension.fields.map(({ id, ...field }) => [id, field as Field] as const)
  const group = { ...extension.group, fields: extension.fields.map((field) => field.id) } as FormDefinition['groups'][number]
  return { ...form, groups: [...form.groups, group], fields: { ...form.fields, ...Object.fromEntries(added) } }
}
