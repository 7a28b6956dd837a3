import type { Answers } from '../../domain/forms/answers'
import type { FormDefinition } from '../../domain/forms/form'
import { namesHivGroup } from '../../domain/forms/subjects/hivGroups'

/**
 * Whether an answer is covered because of another one: in the record of a person in an HIV group the group's rows and
 * everything of health stay covered together, else the amount or the document would tell.
 */
export function isCovered(form: FormDefinition, answers: Answers, fieldId: string): boolean {
  const field = form.fields[fieldId]
  if (!field || !Object.values(answers).some(namesHivGroup)) return false
  return field.sensitive === 'health' || field.kind === 'rows' || field.computed === true
}
