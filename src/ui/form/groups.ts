import type { Finding } from '../../domain/forms/checking/finding'
import type { FormDefinition, Group, Lang } from '../../domain/forms/form'

/**
 * The fields of a group that a person answers. A field the app fills in itself is shown only if it is wrong (a visit date from a phone
 * whose clock runs ahead), so that somebody can correct it.
 */
export function shownFields(form: FormDefinition, group: Group, found: readonly Finding[]): readonly string[] {
  return group.fields.filter((name) => isShown(form, name, found))
}

function isShown(form: FormDefinition, name: string, found: readonly Finding[]): boolean {
  return !form.fields[name]?.system || found.some((finding) => finding.field === name && finding.severity === 'error')
}

/** Whether a person can answer the field on this form as it is now. Its box, its errors and its notes are shown there. */
export function hasBox(form: FormDefinition, name: string, { asked, found }: { readonly asked: ReadonlySet<string>; readonly found: readonly Finding[] }): boolean {
  return asked.has(name) && !form.fields[name]?.computed && isShown(form, name, found)
}

/** Groups with something to answer or to see, in form order. */
export function shownGroups(form: FormDefinition, found: readonly Finding[]): readonly Group[] {
  return form.groups.filter((group) => shownFields(form, group, found).length > 0)
}

export function formTitle(form: FormDefinition, lang: Lang): string {
  return lang === 'en' ? form.titleEn : form.title
}

export function groupLabel(group: Group, lang: Lang): string {
  return lang === 'en' ? (group.labelEn ?? group.label) : group.label
}

export function groupOfField(form: FormDefinition, field: string): Group | undefined {
  return form.groups.find((group) => group.fields.includes(field))
}
