import type { Field, FormDefinition } from './form'

export interface ListColumn {
  /** Field id. */
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly field: Field
}

/** Columns of a form's list, one per field in form order; repeated groups are left to their own sheets. */
export function listColumns(form: FormDefinition): readonly ListColumn[] {
  return form.groups.flatMap((group) => group.fields).flatMap((id) => {
    const field = form.fields[id]
    if (!field || field.kind === 'rows') return []
    const label = field.short ?? field.label
    return [{ id, label, labelEn: field.labelEn ?? label, field }]
  })
}
