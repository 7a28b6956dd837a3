import type { Condition } from '../../asking/condition'
import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { household3, household3Fields } from './household3'
import { household4Checks } from './household4Checks'

/* A household, version 4: adds the place of the house, in surveys that ask for it. FROZEN: a change needs household@5 with an upgrade step. */

const located: Condition = { op: 'answered', field: 'location' }

export const household4Fields = {
  ...household3Fields,
  location: { kind: 'place', label: 'Vị trí nhà', labelEn: 'Where the house is', required: false, system: true, sensitive: 'sensitive' },
  locatedOn: { kind: 'date', label: 'Ngày ghi vị trí', labelEn: 'Located on', askIf: located, required: true, system: true },
} as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [...household3.groups, { id: 'location', label: 'Vị trí nhà', labelEn: 'Where the house is', fields: ['location', 'locatedOn'] }]

export const household4 = defineForm({
  kind: 'household',
  version: 4,
  prefix: 'HH',
  title: household3.title,
  titleEn: household3.titleEn,
  legalBasis: household3.legalBasis,
  groups,
  fields: household4Fields,
  checks: household4Checks,
})
