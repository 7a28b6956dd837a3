import type { RecordKind } from '../records/record'
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
import { extended, parseExtension } from './extension'
import type { FormDefinition } from './form'

/** Every released version of every form, oldest first. A released version is never changed: add the next one. */
const released: FormDefinition[] = [household1, household2, household3, household4, person1, person2, person3, labour1, asxh1, asxh2]
export const releasedForms: readonly FormDefinition[] = released

/** Adds a version that this build does not bring: for a process that measures or tries out a form, before it judges anything. */
export function registerForm(form: FormDefinition): void {
  if (findForm(form.key)) throw new Error(`registerForm — the key is taken — ${form.key}`)
  released.push(form)
}

/** The frozen definition a record was captured with; `undefined` for a version this app does not know. */
export function findForm(key: string): FormDefinition | undefined {
  return releasedForms.find((form) => form.key === key)
}

/** The version new records are captured with. */
export function currentForm(kind: RecordKind): FormDefinition {
  const form = releasedForms.findLast((each) => each.kind === kind)
  if (!form) throw new Error(`no form — currentForm — ${kind}`)
  return form
}

const made = new WeakMap<readonly unknown[], Map<string, FormDefinition>>()

/**
 * The form with a province's extra questions. Extension data that cannot be read, or is for another kind, adds nothing:
 * a newer server must not keep an older app from opening its forms. The same list gives the same object.
 */
export function withExtensions(form: FormDefinition, extensions: readonly unknown[]): FormDefinition {
  if (extensions.length === 0) return form
  const byKey = made.get(extensions) ?? new Map<string, FormDefinition>()
  made.set(extensions, byKey)
  const known = byKey.get(form.key) ?? extensions.reduce(addExtension, form)
  byKey.set(form.key, known)
  return known
}

function addExtension(form: FormDefinition, data: unknown): FormDefinition {
  const parsed = parseExtension(form, data)
  return parsed.ok && parsed.value.kind === form.kind ? extended(form, parsed.value) : form
}
