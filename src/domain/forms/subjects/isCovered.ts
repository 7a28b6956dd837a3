import type { Answers } from '../answers'
import type { FormDefinition } from '../form'
import { namesHivGroup } from './hivGroups'

/**
 * Whether an answer is covered because of another one: in the record of a person in an HIV group the group's rows,
 * everything of health and every photo stay covered together, else the amount or the paper would tell.
 */
export function isCovered(form: FormDefinition, answers: Answers, fieldId: string): boolean {
  const field = form.fields[fieldId]
  if (!field || !Object.values(answers).some(namesHivGroup)) return false
  return field.sensitive === 'health' || field.kind === 'rows' || field.kind === 'photo' || field.computed === true
}
