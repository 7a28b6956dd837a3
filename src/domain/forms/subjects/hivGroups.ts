import { mayReadHivGroups, type Role } from '../../access'
import { sameAnswer, type AnswerRow, type AnswerValue } from '../answers'

/** Groups of people living with HIV (Nghị định 20/2021, Điều 5 khoản 3 and 8). They are shown only when somebody asks to see them. */
const HIV_GROUPS = /^BT0[38]/

/** Whether an answer shows that the person lives with HIV. If so, groups and amounts of the record are covered. */
export function namesHivGroup(value: AnswerValue | undefined): boolean {
  if (typeof value === 'string') return HIV_GROUPS.test(value)
  if (!Array.isArray(value)) return false
  return value.some((row: unknown) => (typeof row === 'string' ? HIV_GROUPS.test(row) : typeof row === 'object' && row !== null && Object.values(row).some((cell) => typeof cell === 'string' && HIV_GROUPS.test(cell))))
}

/** The lines of a repeated group, or the codes of a list, that name such a group, in their order. Text that happens to begin like a code is none. */
function hivGroupsIn(value: AnswerValue | undefined): readonly string[] | readonly AnswerRow[] {
  return Array.isArray(value) ? value.filter((row: string | AnswerRow) => namesHivGroup([row] as AnswerValue)) : []
}

/**
 * Whether somebody of this role may make a change. Whoever is not shown who lives with HIV may not write it either: such a group
 * is neither added nor changed nor removed. An answer that has them as before may change in everything else.
 */
export function mayMakeChange(role: Role, { from, to }: { readonly from?: AnswerValue; readonly to?: AnswerValue }): boolean {
  return mayReadHivGroups(role) || sameAnswer(hivGroupsIn(from), hivGroupsIn(to))
}
