import type { Area, Role } from '../../../domain/access'
import type { User } from '../../../protocol/api'
import { usernameProblem, type UsernameProblem } from './suggestUsername'

export interface UserDraft {
  readonly name: string
  readonly username: string
  readonly role: Role
  /** A member's communes stay when their last hamlet is left: another role then has them whole. */
  readonly areas: readonly Area[]
}

export type UserProblem = 'name' | UsernameProblem | 'hamlets' | 'communes'

export function draftOf(user: User | null, commune: string): UserDraft {
  return user ?? { name: '', username: '', role: 'member', areas: [{ commune, hamlets: [] }] }
}

/** The draft with another role: members hold hamlets, everyone else whole communes. */
export function withRole(draft: UserDraft, role: Role): UserDraft {
  if ((role === 'member') === (draft.role === 'member')) return { ...draft, role }
  const areas = draft.areas.map(({ commune }): Area => ({ commune, hamlets: role === 'member' ? [] : null }))
  return { ...draft, role, areas }
}

/** What is missing before the server need be asked, in the order of the form. */
export function problemsOf(draft: UserDraft, isNew: boolean): readonly UserProblem[] {
  const problems: UserProblem[] = []
  if (draft.name.trim() === '') problems.push('name')
  const wrong = isNew ? usernameProblem(draft.username) : null
  if (wrong) problems.push(wrong)
  if (areasToSend(draft.areas).length === 0) problems.push(draft.role === 'member' ? 'hamlets' : 'communes')
  return problems
}

/** Areas as plain data, and as the server knows them: a commune in which no hamlet is chosen is none. */
export function areasToSend(areas: readonly Area[]): { commune: string; hamlets: string[] | null }[] {
  return areas.filter(({ hamlets }) => hamlets?.length !== 0).map(({ commune, hamlets }) => ({ commune, hamlets: hamlets === null ? null : [...hamlets] }))
}
