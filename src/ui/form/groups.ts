import type { FormDefinition, Group, Lang } from '../../domain/forms/form'

/** Questions of a group that a person answers; what the app fills in itself is not shown. */
export function shownFields(form: FormDefinition, group: Group): readonly string[] {
  return group.fields.filter((name) => !form.fields[name]?.system)
}

/** Groups with something to answer or to see, in form order. */
export function shownGroups(form: FormDefinition): readonly Group[] {
  return form.groups.filter((group) => shownFields(form, group).length > 0)
}

export function groupLabel(group: Group, lang: Lang): string {
  return lang === 'en' ? (group.labelEn ?? group.label) : group.label
}

export function groupOfField(form: FormDefinition, field: string): Group | undefined {
  return form.groups.find((group) => group.fields.includes(field))
}
