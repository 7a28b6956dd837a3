import type { Answers } from '../../../../domain/forms/answers'
import { askedFields, isQuestion } from '../../../../domain/forms/asking/ask'
import type { FormDefinition, Group } from '../../../../domain/forms/form'

export interface ShownGroup {
  /** `null` = the last group: answers that no group lists, and fields that are not shown otherwise but have a note. */
  readonly group: Group | null
  readonly fields: readonly string[]
}

/**
 * The groups to show, with every question that was asked and every field that has a value. Empty groups are left out. Nothing is hidden from the
 * supervisor: values that no group lists come in a last group. So do other fields with a note, because a return would send that note unseen.
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
