import type { RecordKind } from '../records/record'
import { extended, parseExtension } from './extension'
import type { FormDefinition } from './form'
import { releasedForms } from './released'

/** The frozen definition a record was captured with. `undefined` = this app does not know that version. */
export function findForm(key: string): FormDefinition | undefined {
  return releasedForms.find((form) => form.key === key)
}

/** The newest version, with which new records are captured. */
export function currentForm(kind: RecordKind): FormDefinition {
  const form = releasedForms.findLast((each) => each.kind === kind)
  if (!form) throw new Error(`no form — currentForm — ${kind}`)
  return form
}

const made = new WeakMap<readonly unknown[], Map<string, FormDefinition>>()

/**
 * The form with a province's extra questions. Extension data that cannot be read, or is for another kind, adds nothing, because a
 * newer server must not prevent an older app from opening its forms. The same list always gives the same object.
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
