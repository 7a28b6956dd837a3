import type { Finding } from '../../domain/forms/finding'
import type { FormDefinition, Group, Lang } from '../../domain/forms/form'

/**
 * Questions of a group that a person answers. What the app fills in itself is shown only when it is wrong (a visit date
 * from a phone whose clock runs ahead): somebody must be able to correct it.
 */
export function shownFields(form: FormDefinition, group: Group, found: readonly Finding[]): readonly string[] {
  return group.fields.filter((name) => !form.fields[name]?.system || found.some((finding) => finding.field === name && finding.severity === 'error'))
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
