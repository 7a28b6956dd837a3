import { asxh1 } from './definitions/asxh/asxh1'
import { asxh2 } from './definitions/asxh/asxh2'
import { household1 } from './definitions/household/household1'
import { household2 } from './definitions/household/household2'
import { household3 } from './definitions/household/household3'
import { household4 } from './definitions/household/household4'
import { labour1 } from './definitions/labour/labour1'
import { person1 } from './definitions/person/person1'
import { person2 } from './definitions/person/person2'
import { person3 } from './definitions/person/person3'
import type { FormDefinition } from './form'

/** Every released version of every form, oldest first. A released version is never changed: add a new version instead. */
export const releasedForms: readonly FormDefinition[] = [household1, household2, household3, household4, person1, person2, person3, labour1, asxh1, asxh2]
