import { defineForm } from '../../defineForm'
import type { Field, Group } from '../../form'
import { household2, household2Fields } from './household2'
import { household2Checks } from './household2Checks'
import { requestFields, requestGroup } from '../requestFields'

/* A household, version 3: adds requests to move or merge. FROZEN: a change needs household@4 with an upgrade step. */

export const household3Fields = { ...household2Fields, ...requestFields } as const satisfies Readonly<Record<string, Field>>

const groups: readonly Group[] = [...household2.groups, requestGroup]

export const household3 = defineForm({
  kind: 'household',
  version: 3,
  prefix: 'HH',
  title: household2.title,
  titleEn: household2.titleEn,
  legalBasis: household2.legalBasis,
  groups,
  fields: household3Fields,
  checks: household2Checks,
})
