import { defineForm } from '../defineForm'
import type { Field, Group } from '../form'
import { person1, person1Fields } from './person1'
import { person2Checks } from './person2Checks'

/* A resident, version 2: the identity card's date of issue. FROZEN: a change is person@3 with an upgrade step. */

export const person2Fields = {
  ...person1Fields,
  idIssuedOn: { kind: 'date', label: 'Ngày cấp thẻ', labelEn: 'Card issued on', hint: 'In trên thẻ; quét thẻ thì máy tự điền.', askIf: { op: 'is', field: 'cardHeld', value: true }, required: false, sensitive: 'basic' },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = person1.groups.map((group) => (group.id === 'papers' ? { ...group, fields: [...group.fields, 'idIssuedOn'] } : group))

export const person2 = defineForm({
  kind: 'person',
  version: 2,
  prefix: 'PE',
  title: person1.title,
  titleEn: person1.titleEn,
  legalBasis: person1.legalBasis,
  groups,
  fields: person2Fields,
  checks: person2Checks,
})
