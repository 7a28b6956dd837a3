import type { AnswerValue } from '../answers'

/** Groups of people living with HIV (Nghị định 20/2021, Điều 5 khoản 3 and 8). They are shown only when somebody asks to see them. */
const HIV_GROUPS = /^BT0[38]/

/** Whether an answer shows that the person lives with HIV. If so, groups and amounts of the record are covered. */
export function namesHivGroup(value: AnswerValue | undefined): boolean {
  if (typeof value === 'string') return HIV_GROUPS.test(value)
  if (!Array.isArray(value)) return false
  return value.some((row: unknown) => (typeof row === 'string' ? HIV_GROUPS.test(row) : typeof row === 'object' && row !== null && Object.values(row).some((cell) => typeof cell === 'string' && HIV_GROUPS.test(cell))))
}
