import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { asxh1, asxh1Fields } from './asxh1'
import { asxh1Checks } from './asxh1Checks'

/* A beneficiary record, version 2: adds photos of the decision and of the authorisation. FROZEN: a change needs asxh@3 with an upgrade step. */

export const asxh2Fields = {
  ...asxh1Fields,
  decisionPhoto: { kind: 'photo', label: 'Ảnh quyết định hưởng trợ cấp', labelEn: 'Photo of the decision', short: 'Ảnh quyết định', hint: 'Chụp trang có số, ngày và chữ ký. Không có quyết định ở nhà thì bỏ qua.', required: false, sensitive: 'health' },
  authorisedDocumentPhoto: { kind: 'photo', label: 'Ảnh giấy ủy quyền', labelEn: 'Photo of the authorisation', hint: 'Chụp cả trang, thấy rõ tên hai bên, ngày và chữ ký.', required: false, sensitive: 'sensitive' },
} as const satisfies Readonly<Record<string, Field>>

const added: Readonly<Record<string, string>> = { benefits: 'decisionPhoto', authorised: 'authorisedDocumentPhoto' }

const groups: readonly Group[] = asxh1.groups.map((group) => (added[group.id] ? { ...group, fields: [...group.fields, added[group.id]!] } : group))

export const asxh2 = defineForm({
  kind: 'asxh',
  version: 2,
  prefix: 'BT',
  title: asxh1.title,
  titleEn: asxh1.titleEn,
  legalBasis: asxh1.legalBasis,
  groups,
  fields: asxh2Fields,
  checks: asxh1Checks,
})
