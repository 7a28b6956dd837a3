import type { Answers } from '../answers'
import type { FormDefinition } from '../form'
import { namesHivGroup } from './hivGroups'

/**
 * Whether an answer is covered because of another one. If the record names an HIV group, its rows, all answers on health, computed
 * amounts and all photos are covered together. Otherwise an amount or a paper would give the group away.
 */
export function isCovered(form: FormDefinition, answers: Answers, fieldId: string): boolean {
  const field = form.fields[fieldId]
  if (!field || !Object.values(answers).some(namesHivGroup)) return false
  return field.sensitive === 'health' || field.kind === 'rows' || field.kind === 'photo' || field.computed === true
}
