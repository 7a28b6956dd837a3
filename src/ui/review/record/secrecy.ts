import type { AnswerValue } from '../../../domain/forms/answers'
import type { Field } from '../../../domain/forms/form'

/** Groups of people living with HIV (Nghị định 20/2021, Điều 5 khoản 3 and 8): never shown without being asked for. */
const HIV_GROUPS = /^BT0[38]/

/** What of an answer is covered until somebody asks to see it: `number` in part, `whole` altogether, `null` nothing. */
export function secrecyOf(fieldId: string, field: Field, value: AnswerValue | undefined): 'number' | 'whole' | null {
  const isNumber = field.kind === 'personalId' || (field.kind === 'digits' && field.sensitive !== undefined) || fieldId === 'accountNumber'
  if (isNumber && typeof value === 'string') return value === '' ? null : 'number'
  if (namesHivGroup(value)) return 'whole'
  return null
}

/** Whether a record shows anywhere that its person lives with HIV; then its group and amounts are covered. */
export function namesHivGroup(value: AnswerValue | undefined): boolean {
  if (typeof value === 'string') return HIV_GROUPS.test(value)
  if (!Array.isArray(value)) return false
  return value.some((row: unknown) => (typeof row === 'string' ? HIV_GROUPS.test(row) : typeof row === 'object' && row !== null && Object.values(row).some((cell) => typeof cell === 'string' && HIV_GROUPS.test(cell))))
}
