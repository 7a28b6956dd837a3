import type { AnswerValue } from '../../domain/forms/answers'
import type { Field } from '../../domain/forms/form'
import { namesHivGroup } from '../../domain/forms/subjects/hivGroups'

/**
 * How much of an answer is covered until somebody asks to see it.
 * - `number`: masked as a number (`maskedNumber`)
 * - `whole`: the whole answer
 * - `null`: nothing
 */
export function secrecyOf(fieldId: string, field: Field, value: AnswerValue | undefined): 'number' | 'whole' | null {
  const isNumber = field.kind === 'personalId' || (field.kind === 'digits' && field.sensitive !== undefined) || fieldId === 'accountNumber'
  if (isNumber && typeof value === 'string') return value === '' ? null : 'number'
  if (namesHivGroup(value)) return 'whole'
  return null
}
