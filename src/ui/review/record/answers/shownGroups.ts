import type { Answers } from '../../../../domain/forms/answers'
import { askedFields, isQuestion } from '../../../../domain/forms/asking/ask'
import type { FormDefinition, Group } from '../../../../domain/forms/form'

export interface ShownGroup {
  /** `null` = answers the form no longer lists, and questions it does not ask any more that have a note; nothing is hidden from the supervisor. */
  readonly group: Group | null
  readonly fields: readonly string[]
}

/**
 * The groups to read: every question that was asked, and every field that has a value. Groups without either are left
 * out. A value the groups do not list is still shown, in a last group, and so is whatever else has a note: it would go unread with a return.
 */
export function shownGroups(form: FormDefinition, answers: Answers, noted: readonly string[]): readonly ShownGroup[] {
  const asked = askedFields(form, answers)
  const isShown = (id: string): boolean => answers[id] !== undefined || (asked.has(id) && isQuestion(form.fields[id]))
  const groups = form.groups.map((group): ShownGroup => ({ group, fields: group.fields.filter(isShown) }))
  const listed = new Set(form.groups.flatMap((group) => group.fields))
  const others = Object.keys(answers).filter((id) => answers[id] !== undefined && !listed.has(id) && form.fields[id] !== undefined)
  const shown = new Set([...groups.flatMap(({ fields }) => fields), ...others])
  return [...groups, { group: null, fields: [...others, ...noted.filter((id) => !shown.has(id))] }].filter(({ fields }) => fields.length > 0)
}
