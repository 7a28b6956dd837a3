import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { person1, person1Fields } from './person1'
import { person2Checks } from './person2Checks'

/*
 * A resident, version 2: adds the identity card's date of issue, and what the person was told about their data and answered.
 * FROZEN: a change needs person@3 with an upgrade step.
 */

export const person2Fields = {
  ...person1Fields,
  idIssuedOn: { kind: 'date', label: 'Ngày cấp thẻ', labelEn: 'Card issued on', hint: 'In trên thẻ; quét thẻ thì máy tự điền.', askIf: { op: 'is', field: 'cardHeld', value: true }, required: false, sensitive: 'basic' },

  noticeVersion: { kind: 'text', maxLength: 20, label: 'Bản thông báo dữ liệu cá nhân', labelEn: 'Version of the data notice', required: false, system: true },
  noticeOn: { kind: 'date', label: 'Ngày đọc thông báo', labelEn: 'Notice given on', required: false, system: true },
  noticeBy: { kind: 'text', maxLength: 40, label: 'Người đọc thông báo', labelEn: 'Notice given by', required: false, system: true },
  consentLabour: { kind: 'yesNo', label: 'Đồng ý: cơ sở dữ liệu lao động', labelEn: 'Agrees: labour database', required: false, system: true },
  consentWelfare: { kind: 'yesNo', label: 'Đồng ý: trợ giúp, an sinh xã hội', labelEn: 'Agrees: social assistance', required: false, system: true },
  consentContact: { kind: 'yesNo', label: 'Đồng ý: gọi điện, nhắn tin', labelEn: 'Agrees: calls and messages', required: false, system: true },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [
  ...person1.groups.map((group) => (group.id === 'papers' ? { ...group, fields: [...group.fields, 'idIssuedOn'] } : group)),
  { id: 'consent', label: 'Thông báo, đồng ý', labelEn: 'Notice and consent', fields: ['noticeVersion', 'noticeOn', 'noticeBy', 'consentLabour', 'consentWelfare', 'consentContact'] },
]

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
