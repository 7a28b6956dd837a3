import { fieldsRead } from './asking/condition'
import type { Check, Field, FormDefinition } from './form'
import type { ValuesOf } from './answersOf'

/** A form definition that keeps the types of its fields, so that `AnswersOf` can infer the type of its answers. */
export interface DefinedForm<Fields extends Readonly<Record<string, Field>>> extends FormDefinition {
  readonly fields: Fields
}

export type FormSpec<Fields extends Readonly<Record<string, Field>>> = Omit<FormDefinition, 'key' | 'fields' | 'checks'> & {
  readonly fields: Fields
  readonly checks: readonly Check<ValuesOf<Fields>>[]
}

/**
 * Makes a form and checks the definition itself: ids, groups, conditions (they may read only earlier fields), options and code
 * lists of the kinds that need them, and that checks read existing fields.
 *
 * @throws FormDefinitionError with every defect: a wrong definition is a bug, and the app must not start with it
 */
export function defineForm<const Fields extends Readonly<Record<string, Field>>>(spec: FormSpec<Fields>): DefinedForm<Fields> {
  const form: DefinedForm<Fields> = { ...spec, key: `${spec.kind}@${spec.version}`, checks: spec.checks as readonly Check[] }
  const defects = defectsOf(form)
  if (defects.length > 0) throw new FormDefinitionError(form.key, defects)
  return form
}

export class FormDefinitionError extends Error {
  override readonly name = 'FormDefinitionError'
  constructor(key: string, readonly defects: readonly string[]) {
    super(`broken definition — ${key} — ${defects.join('; ')}`)
  }
}

/** Defects of a definition, in words for its author. Empty = none. */
export function defectsOf(form: FormDefinition): readonly string[] {
  return [...groupDefects(form), ...orderDefects(form), ...fieldDefects(form.fields), ...checkDefects(form)]
}

function groupDefects(form: FormDefinition): readonly string[] {
  const placed = form.groups.flatMap((group) => group.fields)
  return [
    ...repeated(form.groups.map((group) => group.id)).map((id) => `group ${id} is defined twice`),
    ...repeated(placed).map((id) => `field ${id} is in more than one group`),
    ...placed.filter((id) => !Object.hasOwn(form.fields, id)).map((id) => `group names unknown field ${id}`),
    ...Object.keys(form.fields).filter((id) => !placed.includes(id)).map((id) => `field ${id} is in no group`),
  ]
}

/** Conditions may read only earlier fields. So one pass decides everything, and there can be no cycle. */
function orderDefects(form: FormDefinition): readonly string[] {
  const defects: string[] = []
  const earlier = new Set<string>()
  for (const group of form.groups) {
    const late = (where: string, read: readonly string[]) =>
      read.filter((id) => !earlier.has(id)).forEach((id) => defects.push(`${where} reads ${id}, which does not come before it`))
    if (group.askIf) late(`group ${group.id}`, fieldsRead(group.askIf))
    for (const id of group.fields) {
      late(`field ${id}`, readBy(form.fields[id]))
      earlier.add(id)
    }
  }
  return defects
}

function readBy(field: Field | undefined): readonly string[] {
  if (!field) return []
  return [field.askIf, field.required].flatMap((condition) => (typeof condition === 'object' ? fieldsRead(condition) : []))
}

const FIELD_ID = /^[a-z][A-Za-z0-9_]{0,63}$/

function fieldDefects(fields: Readonly<Record<string, Field>>): readonly string[] {
  return Object.entries(fields).flatMap(([id, field]) => [
    ...(FIELD_ID.test(id) ? [] : [`field id ${id} is not camelCase`]),
    ...kindDefects(id, field),
    ...columnDefects(id, field.columns ?? {}),
  ])
}

function kindDefects(id: string, field: Field): readonly string[] {
  const codes = (field.options ?? []).map((option) => option.code)
  const needsOptions = field.kind === 'choice' || field.kind === 'multi'
  return [
    ...(needsOptions === codes.length > 0 ? [] : [`field ${id} (${field.kind}) ${needsOptions ? 'has no' : 'must not have'} options`]),
    ...repeated(codes).map((code) => `field ${id} has option ${code} twice`),
    ...((field.kind === 'code') === (field.codeList !== undefined) ? [] : [`field ${id}: codeList goes with kind code`]),
    ...((field.kind === 'rows') === (field.columns !== undefined) ? [] : [`field ${id}: columns go with kind rows`]),
    ...((field.kind === 'digits') === (field.lengths !== undefined) ? [] : [`field ${id}: lengths go with kind digits`]),
  ]
}

function columnDefects(id: string, columns: Readonly<Record<string, Field>>): readonly string[] {
  const names = Object.keys(columns)
  const late = names.flatMap((name, place) =>
    readBy(columns[name]).filter((read) => !names.slice(0, place).includes(read)).map((read) => `column ${id}.${name} reads ${read}, which does not come before it`))
  const nested = names.filter((name) => columns[name]?.kind === 'rows' || columns[name]?.kind === 'multi').map((name) => `column ${id}.${name} is not a single value`)
  return [...late, ...nested, ...fieldDefects(columns)]
}

function checkDefects(form: FormDefinition): readonly string[] {
  return [
    ...repeated(form.checks.map((check) => check.id)).map((id) => `check ${id} is defined twice`),
    ...form.checks.filter((check) => !new RegExp(`^${form.prefix}-\\d{3}$`).test(check.id)).map((check) => `check ${check.id} is not ${form.prefix}-000`),
    ...form.checks.filter((check) => check.fields.length === 0).map((check) => `check ${check.id} reads nothing`),
    ...form.checks.flatMap((check) => [...check.fields, ...fieldsWorded(check)].filter((id) => !Object.hasOwn(form.fields, id)).map((id) => `check ${check.id} reads unknown field ${id}`)),
  ]
}

/** Fields whose labels are used in the words of a check: `{name|answer:field}`. */
function fieldsWorded({ words }: Check): readonly string[] {
  return [...`${words.vi} ${words.en}`.matchAll(/answer:(\w+)/g)].map((match) => match[1] ?? '')
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
}
