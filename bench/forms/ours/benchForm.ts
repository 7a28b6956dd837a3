import type { Answers } from '../../../src/domain/forms/answers'
import type { Condition } from '../../../src/domain/forms/asking/condition'
import { defineForm } from '../../../src/domain/forms/defineForm'
import type { Check, Field, FieldKind, Group } from '../../../src/domain/forms/form'
import { fields, rules, type BenchField } from '../form/labour.mjs'

/* The bench's questionnaire as one of the product's forms. Nothing in the product knows it. */

/** The product's own field kinds, where it has them. Their checks are added to the questionnaire's. */
const kindOf: Readonly<Record<string, Partial<Field> & { readonly kind: FieldKind }>> = {
  ethnicityCode: { kind: 'code', codeList: 'ethnicity' },
  occupationCode: { kind: 'code', codeList: 'occupation' },
  industryCode: { kind: 'code', codeList: 'industry' },
  personalId: { kind: 'personalId' },
  phone: { kind: 'phone' },
  email: { kind: 'email' },
  oldId9: { kind: 'digits', lengths: [9] },
  socialInsuranceNo: { kind: 'digits', lengths: [10, 12] },
  permanentAddressCode: { kind: 'digits', lengths: [5] },
  currentAddressCode: { kind: 'digits', lengths: [5] },
  dobYear: { kind: 'integer', min: 1900, max: 2011 },
}
const kinds = { text: 'text', int: 'integer', date: 'date', one: 'choice', many: 'multi' } as const

function fieldOf(asked: BenchField): Field {
  const { key, label, kind, options, req, ask } = asked
  const own = kindOf[key] ?? { kind: kinds[kind], ...(options && { options: options.map(([code, text]) => ({ code, label: text })) }) }
  return { label, required: req ?? false, ...(ask && { askIf: { op: 'all', of: ask.map(conditionOf) } }), ...own }
}

function conditionOf([field, op, value]: NonNullable<BenchField['ask']>[number]): Condition {
  if (op === 'empty') return { op: 'not', of: [{ op: 'answered', field }] }
  if (op === 'is') return { op: 'is', field, value: String(value) }
  const codes = fields.find(({ key }) => key === field)?.options?.map(([code]) => code) ?? []
  return { op: 'in', field, value: codes.filter((code) => Number(code) >= Number(value)) }
}

/** Rules that the product's field kinds check already. */
const judgedByKind: ReadonlySet<string> = new Set(['digits9', 'digits5', 'siNo', 'phone', 'email', 'birthYear'])

function checksOf({ key, rule, reqUnless }: BenchField, at: number): readonly Check[] {
  const id = (part: number): string => `BE-${String(at * 2 + part).padStart(3, '0')}`
  const given = rule === undefined || judgedByKind.has(rule) ? undefined : rules[rule]
  const breaks = (answers: Answers): boolean => {
    const value = answers[key]
    if (value === undefined || !given) return false
    return given.pattern ? !new RegExp(given.pattern).test(String(value)) : !given.js?.(value as never, answers as never)
  }
  return [
    ...(given ? [{ id: id(0), severity: 'error' as const, fields: [key], words: { vi: given.msg, en: given.msg }, finds: breaks }] : []),
    ...(reqUnless ? [{ id: id(1), severity: 'error' as const, fields: [key, reqUnless], words: { vi: 'Bắt buộc trả lời', en: 'Required' }, finds: (answers: Answers) => answers[key] === undefined && answers[reqUnless] === undefined }] : []),
  ]
}

/** First field of each part. Parts are about as long as in the product's labour form, and blocks that depend on one answer stay together. */
const beginnings = ['provinceCode', 'relationToHead', 'phone', 'ethnicityCode', 'generalEducation', 'activityStatus']
/** Whether every question is on one page, as in the rivals. */
const isOnePage = globalThis.location.search === '?one-page'

function groupsOf(): readonly Group[] {
  const keys = fields.map(({ key }) => key)
  const starts = (isOnePage ? beginnings.slice(0, 1) : beginnings).map((key) => keys.indexOf(key))
  return starts.map((start, at) => ({ id: `part${at + 1}`, label: `Phần ${at + 1}`, fields: keys.slice(start, starts[at + 1]) }))
}

export const benchForm = defineForm({
  kind: 'labour',
  version: 9,
  prefix: 'BE',
  title: 'Phiếu thông tin về người lao động',
  titleEn: 'Labour form',
  legalBasis: '',
  fields: Object.fromEntries(fields.map((field) => [field.key, fieldOf(field)])),
  groups: groupsOf(),
  checks: fields.flatMap(checksOf),
})
