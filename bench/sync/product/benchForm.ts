import { defineForm } from '../../../src/domain/forms/defineForm'
import type { Field } from '../../../src/domain/forms/form'
import type { Answers } from '../../../src/domain/forms/answers'
import { makeRecord } from '../gen.js'

/* The generator's 45 fields as one of the product's forms. Nothing in the product knows it. */

export type BenchRecord = Readonly<Record<string, string | number | boolean>>

/** Forms have no decimal numbers, so coordinates are given as text. */
const asText: readonly string[] = ['kinh_do', 'vi_do']
const sample: BenchRecord = makeRecord(0)
const fieldIds = Object.keys(sample).filter((id) => id !== 'id')

function fieldOf(id: string): Field {
  const common = { label: id, required: true }
  if (typeof sample[id] === 'boolean') return { kind: 'yesNo', ...common }
  if (typeof sample[id] === 'number' && !asText.includes(id)) return { kind: 'integer', max: 1_000_000_000, ...common }
  return { kind: 'longText', maxLength: 2000, ...common }
}

export const benchForm = defineForm({
  kind: 'household',
  version: 9,
  prefix: 'BE',
  title: 'Bench',
  titleEn: 'Bench',
  legalBasis: '',
  fields: Object.fromEntries(fieldIds.map((id) => [id, fieldOf(id)])),
  groups: [{ id: 'all', label: 'Bench', fields: fieldIds }],
  checks: [],
})

export const benchFormKey = benchForm.key

export function answersOf({ id: _id, ...values }: BenchRecord): Answers {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, asText.includes(field) ? String(value) : value]))
}

export function benchRecordOf(id: string, answers: Answers): BenchRecord {
  const values = fieldIds.map((field) => [field, asText.includes(field) ? Number(answers[field]) : answers[field]])
  return { id, ...Object.fromEntries(values) }
}
